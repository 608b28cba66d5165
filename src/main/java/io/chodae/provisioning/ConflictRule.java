package io.chodae.provisioning;

/** What is done where a person's own account has the address of a new user. */
public enum ConflictRule {
    /** The person is asked to bring the account along. */
    INVITE,
    /** The account loses the address at once. */
    REPLACE,
    DO_NOT_CREATE
}
