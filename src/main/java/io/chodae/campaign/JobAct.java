package io.chodae.campaign;

/** What can be done to many invitations at once. */
public enum JobAct {
    RESEND,
    CANCEL,
    /** Open invitations lead to another group. */
    MOVE
}
