package io.chodae.campaign;

import io.chodae.invitation.Invitation;
import org.jspecify.annotations.Nullable;

/** What became of a row of a list that was sent. */
enum RowOutcome {
    INVITED,
    ACCEPTED,
    DECLINED,
    EXPIRED,
    CANCELED,
    /** A newer invitation took its place. */
    REPLACED,
    /** Its turn is still to come. */
    NOT_YET,
    /** Its turn never came: the rest was cancelled. */
    REST_CANCELED,
    /** Its turn never came: the seats ran out. */
    NO_SEAT,
    /** The address had enough invitations for a day. */
    HELD_BACK,
    /** Right when the list was sent; since then the person had enrolled or was invited elsewhere. */
    MEANWHILE,
    ENROLLED,
    INVITED_BEFORE,
    BOUNCED_BEFORE,
    OPTED_OUT,
    FAULTY,
    LEFT_OUT;

    /**
     * @param point as it was before the invitation was looked up, so that what is written in between is not missed
     * @param invitation of this person to what was offered; null where there is none
     * @param held whether it was held back when its turn came
     */
    static RowOutcome of(DraftRow row, ReportPoint point, @Nullable Invitation invitation, boolean held) {
        return switch (row.state()) {
            case LEFT_OUT -> LEFT_OUT;
            case FAULTY -> FAULTY;
            case ENROLLED -> ENROLLED;
            case INVITED -> INVITED_BEFORE;
            case BOUNCED -> BOUNCED_BEFORE;
            case OPTED_OUT -> OPTED_OUT;
            case READY, AGAIN, BOUNCED_AGAIN ->
                invitation == null ? held ? HELD_BACK : without(row, point) : of(invitation);
        };
    }

    /** Of somebody who has an invitation. */
    static RowOutcome of(Invitation invitation) {
        return switch (invitation.state()) {
            case INVITED -> INVITED;
            case ACCEPTED -> ACCEPTED;
            case DECLINED -> DECLINED;
            case EXPIRED -> EXPIRED;
            case NOT_YET_SENT -> invitation.withdrawn() == Invitation.Withdrawn.SUPERSEDED ? REPLACED : CANCELED;
        };
    }

    private static RowOutcome without(DraftRow row, ReportPoint point) {
        if (row.rowNo() <= point.lastRow() || point.state() == CampaignState.WRITTEN) {
            return MEANWHILE;
        }
        if (point.state() == CampaignState.CANCELED) {
            return REST_CANCELED;
        }
        return point.state() == CampaignState.FAILED ? NO_SEAT : NOT_YET;
    }
}
