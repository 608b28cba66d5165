package io.chodae.provisioning;

import java.util.Optional;

/**
 * Where a user stands who is created once a person's own account has answered. The picture is in {@code
 * docs/provisioning.md}; a test compares it with {@link #after}.
 */
public enum PendingState {
    WAITING,
    /** The person agreed: the account that was asked is the user now. */
    ACCEPTED,
    /** The address became free by itself, and the user was created. */
    CREATED,
    /** The account lost the address, and the user was created. */
    REPLACED,
    /** Nobody agreed, and by the policy that was the end of it. */
    STOPPED,
    /** It could not be created: see the reason. */
    REFUSED,
    /** The invitation was taken back. */
    CANCELED,
    /** An operator has ended it. */
    ENDED;

    /** What can happen to a pending user. */
    public enum Step {
        ACCEPT,
        /** The address has become free. */
        FREE,
        REPLACE,
        STOP,
        REFUSE,
        CANCEL,
        END
    }

    /** Empty where the step is refused in this state. */
    public Optional<PendingState> after(Step step) {
        return this == WAITING
                ? Optional.of(
                        switch (step) {
                            case ACCEPT -> ACCEPTED;
                            case FREE -> CREATED;
                            case REPLACE -> REPLACED;
                            case STOP -> STOPPED;
                            case REFUSE -> REFUSED;
                            case CANCEL -> CANCELED;
                            case END -> ENDED;
                        })
                : Optional.empty();
    }
}
