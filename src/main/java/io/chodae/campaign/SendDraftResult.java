package io.chodae.campaign;

import io.chodae.bizkit.MissingPart;
import java.time.Instant;
import java.util.List;

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

    /** This customer has no such draft. */
    record Gone() implements SendDraftResult {}
}
