package io.chodae.capture;

/** Where the invitation of an unmanaged account stands; the names are those of the Cloud Identity API. */
public enum UserInvitationState {
    /** Nothing is out: never sent, or canceled. */
    NOT_YET_SENT,
    /** A live link is out. */
    INVITED,
    /** The account is managed now. */
    ACCEPTED,
    DECLINED
}
