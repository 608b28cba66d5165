package io.chodae.provisioning;

/** What users can be found and sorted by. */
public enum UserField {
    /** The account's number. */
    ID,
    EMAIL,
    GIVEN_NAME,
    FAMILY_NAME,
    DISPLAY_NAME,
    EXTERNAL_ID,
    /** {@code KO} or {@code EN}. */
    LANGUAGE,
    /** {@code true} or {@code false}. */
    SUSPENDED,
    /** A time as ISO 8601 writes it, with its offset. */
    CREATED,
    /** As {@link #CREATED}. */
    UPDATED;

    boolean isTime() {
        return this == CREATED || this == UPDATED;
    }
}
