package io.chodae.campaign;

import java.util.Optional;

/**
 * How a campaign stands. Whether mails arrived is another question. The picture is in {@code docs/campaign.md}; a test
 * compares it with {@link #after}.
 */
public enum CampaignState {
    /** Waits for its time; nothing is written yet. */
    SCHEDULED,
    /** Its invitations are being written, and mailed meanwhile. */
    WRITING,
    /** All invitations are written. */
    WRITTEN,
    /** Writing ended early, and why is said by {@link Campaign#failure}; what was written stays sent. */
    FAILED,
    /** Nothing more is written or mailed until somebody goes on. Why is said by {@link Campaign#pause}. */
    PAUSED,
    /** The rest was cancelled; what had gone out stays sent. */
    CANCELED;

    /** What can happen to a campaign. */
    public enum Step {
        /** The time has come. */
        START,
        /** The last invitation is written. */
        FINISH,
        /** The seats ran out. */
        FAIL,
        PAUSE,
        /** Goes on where it stopped: back to writing, which finds out itself whether anything is left. */
        RESUME,
        CANCEL,
        /** Mails that failed for good are tried again. */
        RETRY
    }

    /** The one table of transitions: empty where the step is refused in this state. */
    public Optional<CampaignState> after(Step step) {
        return Optional.ofNullable(
                switch (this) {
                    case SCHEDULED ->
                        switch (step) {
                            case START -> WRITING;
                            case FINISH, FAIL, PAUSE, RESUME, CANCEL, RETRY -> null;
                        };
                    case WRITING ->
                        switch (step) {
                            case FINISH -> WRITTEN;
                            case FAIL -> FAILED;
                            case PAUSE -> PAUSED;
                            case CANCEL -> CANCELED;
                            case RETRY -> WRITING;
                            case START, RESUME -> null;
                        };
                    case WRITTEN ->
                        switch (step) {
                            case PAUSE -> PAUSED;
                            case CANCEL -> CANCELED;
                            case RETRY -> WRITTEN;
                            case START, FINISH, FAIL, RESUME -> null;
                        };
                    case FAILED ->
                        switch (step) {
                            case PAUSE -> PAUSED;
                            case RESUME -> WRITING;
                            case CANCEL -> CANCELED;
                            case RETRY -> FAILED;
                            case START, FINISH, FAIL -> null;
                        };
                    case PAUSED ->
                        switch (step) {
                            case RESUME -> WRITING;
                            case CANCEL -> CANCELED;
                            case RETRY -> PAUSED;
                            case START, FINISH, FAIL, PAUSE -> null;
                        };
                    case CANCELED ->
                        switch (step) {
                            case START, FINISH, FAIL, PAUSE, RESUME, CANCEL, RETRY -> null;
                        };
                });
    }

    /** Whether the step is allowed in this state. */
    public boolean allows(Step step) {
        return after(step).isPresent();
    }
}
