package io.chodae.campaign;

import io.chodae.bizkit.MissingPart;
import io.chodae.invitation.Limited;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a press of "send" ended. Only {@link Started} has changed anything. */
public sealed interface SendDraftResult {

    /** The invitations are being written. */
    record Started(long campaignId) implements SendDraftResult {}

    /** It was pressed before; this is what came of it. */
    record AlreadySent(long campaignId) implements SendDraftResult {}

    /** Fields or the list are not right. */
    record NotReady(List<DraftFault> faults) implements SendDraftResult {}

    /** The mail was not looked at as it is now, or the form that was sent in is not the latest. */
    record NotPreviewed() implements SendDraftResult {}

    /** The Biz Service information lacks something. */
    record ServiceIncomplete(List<MissingPart> missing) implements SendDraftResult {}

    /** Who runs this server has stopped the publisher. */
    record PublisherSuspended() implements SendDraftResult {}

    /**
     * The edition has too few seats.
     *
     * @param used seats of enrolled and invited people, and of invitations that are being written
     * @param wanted seats that this draft would take
     */
    record NoSeat(int limit, int used, int wanted) implements SendDraftResult {}

    /**
     * The same texts went to nearly all of these people within the last day. Only a confirmed press sends them again.
     *
     * @param campaignId the campaign that did
     * @param people of this list whom it was for
     */
    record SentBefore(long campaignId, Instant at, int people) implements SendDraftResult {}

    /** Too many presses for now. */
    record TooMany(Limited limit) implements SendDraftResult {}

    /**
     * The server lets a customer invite so many people within a day.
     *
     * @param most so many
     * @param sent people of the last 24 hours
     * @param wanted people of this draft
     * @param again when it can go out; null where it never can in one piece
     */
    record TooManyPeople(
            int most, int sent, int wanted, @Nullable Instant again) implements SendDraftResult {}

    /** This customer has no such draft. */
    record Gone() implements SendDraftResult {}
}
