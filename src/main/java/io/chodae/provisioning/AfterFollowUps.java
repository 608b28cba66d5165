package io.chodae.provisioning;

/** What is done where the person has not agreed when the follow-ups have run out. */
public enum AfterFollowUps {
    /** Nothing: the user is not created. */
    STOP,
    /** The account loses the address, and the user is created. */
    REPLACE
}
