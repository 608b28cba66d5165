package io.chodae.invitation;

import java.util.Optional;

/**
 * Where an invitation stands. The picture is in {@code docs/lifecycle.md}; a test compares it with {@link #after}.
 */
public enum InvitationState {
    /** Nothing is out: taken back by an operator, or replaced by a newer invitation. */
    NOT_YET_SENT,
    /** A live link is out. */
    INVITED,
    ACCEPTED,
    DECLINED,
    EXPIRED;

    /** What can happen to an invitation. */
    public enum Step {
        SEND,
        ACCEPT,
        DECLINE,
        EXPIRE,
        CANCEL,
        /** A newer invitation of the same address goes out. */
        SUPERSEDE
    }

    /** The one table of transitions: empty where the step is refused in this state. */
    public Optional<InvitationState> after(Step step) {
        return Optional.ofNullable(
                switch (this) {
                    case INVITED ->
                        switch (step) {
                            case SEND -> INVITED;
                            case ACCEPT -> ACCEPTED;
                            case DECLINE -> DECLINED;
                            case EXPIRE -> EXPIRED;
                            case CANCEL, SUPERSEDE -> NOT_YET_SENT;
                        };
                    case NOT_YET_SENT, DECLINED, EXPIRED ->
                        switch (step) {
                            case SEND -> INVITED;
                            case ACCEPT, DECLINE, EXPIRE, CANCEL, SUPERSEDE -> null;
                        };
                    case ACCEPTED ->
                        switch (step) {
                            case SEND, ACCEPT, DECLINE, EXPIRE, CANCEL, SUPERSEDE -> null;
                        };
                });
    }
}
