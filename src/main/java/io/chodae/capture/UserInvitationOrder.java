package io.chodae.capture;

/** How a list is sorted; what has the same time is sorted by its address. */
public enum UserInvitationOrder {
    EMAIL_ASC,
    EMAIL_DESC,
    UPDATE_TIME_ASC,
    UPDATE_TIME_DESC
}
