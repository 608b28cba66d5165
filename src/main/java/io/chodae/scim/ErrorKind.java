package io.chodae.scim;

/** What programs read of a refusal: {@code scimType} of RFC 7644, 3.12. */
enum ErrorKind {
    INVALID_FILTER("invalidFilter"),
    INVALID_PATH("invalidPath"),
    INVALID_SYNTAX("invalidSyntax"),
    INVALID_VALUE("invalidValue"),
    MUTABILITY("mutability"),
    NO_TARGET("noTarget"),
    UNIQUENESS("uniqueness");

    private final String word;

    ErrorKind(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }
}
