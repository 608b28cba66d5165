package io.chodae.invitation;

import io.chodae.shared.SqlCondition;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What to list of a customer's invitations; everything that is given has to be true of each.
 *
 * @param text part of the name, the e-mail or the phone; empty for all
 * @param state as people see it; empty for all
 * @param offerId of one sending; empty for all
 * @param offered to whom one of these is offered now; empty for all
 * @param sentFrom whose newest mail was asked for at this time or later
 * @param sentBefore whose newest mail was asked for before this time
 * @param endsFrom whose link ends at this time or later
 * @param endsBefore whose link ends before this time
 * @param mail about their newest mail, see {@link #MAIL_ABOUT} and {@link #MAIL_NUMBER}
 * @param descending from the last to the first
 * @param after where the slice before ended
 */
public record InvitationQuery(
        String text,
        Optional<InvitationState> state,
        OptionalLong offerId,
        Optional<Set<Long>> offered,
        Optional<Instant> sentFrom,
        Optional<Instant> sentBefore,
        Optional<Instant> endsFrom,
        Optional<Instant> endsBefore,
        Optional<SqlCondition> mail,
        InvitationOrder order,
        boolean descending,
        Optional<String> after,
        int limit) {

    /** Expression for what the mails of an invitation are about. */
    public static final String MAIL_ABOUT = "i.invitation_id";

    /** Expression for which of them is the newest. */
    public static final String MAIL_NUMBER = "i.link_number";

    /** Newest first. */
    public InvitationQuery(
            String text, Optional<InvitationState> state, OptionalLong offerId, Optional<String> after, int limit) {
        this(
                text,
                state,
                offerId,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                InvitationOrder.NEWEST,
                true,
                after,
                limit);
    }

    /** Whenever the links end. */
    public InvitationQuery(
            String text,
            Optional<InvitationState> state,
            OptionalLong offerId,
            Optional<Set<Long>> offered,
            Optional<Instant> sentFrom,
            Optional<Instant> sentBefore,
            Optional<SqlCondition> mail,
            InvitationOrder order,
            boolean descending,
            Optional<String> after,
            int limit) {
        this(
                text,
                state,
                offerId,
                offered,
                sentFrom,
                sentBefore,
                Optional.empty(),
                Optional.empty(),
                mail,
                order,
                descending,
                after,
                limit);
    }

    /** Another page of the same. */
    public InvitationQuery page(Optional<String> position, int size) {
        return new InvitationQuery(
                text,
                state,
                offerId,
                offered,
                sentFrom,
                sentBefore,
                endsFrom,
                endsBefore,
                mail,
                order,
                descending,
                position,
                size);
    }

    /** The same, of those only whose newest mail was asked for at this time or later. */
    public InvitationQuery since(Instant time) {
        return new InvitationQuery(
                text,
                state,
                offerId,
                offered,
                Optional.of(time),
                sentBefore,
                endsFrom,
                endsBefore,
                mail,
                order,
                descending,
                after,
                limit);
    }

    /** Whether it leaves out nothing but states. */
    boolean isWide() {
        return text.isBlank()
                && offerId.isEmpty()
                && offered.isEmpty()
                && sentFrom.isEmpty()
                && sentBefore.isEmpty()
                && endsFrom.isEmpty()
                && endsBefore.isEmpty()
                && mail.isEmpty();
    }

    /**
     * How many at most are gathered and then ordered, rather than looked for along their order; 0 for none. Text is on
     * no index. What belongs to one sending, or was sent in some days, or is still open lies together in the orders of
     * number and time, perhaps at their far end.
     */
    int gathers() {
        if (!text.isBlank()) {
            return 10_000;
        }
        boolean window = sentFrom.isPresent() || sentBefore.isPresent();
        boolean ending = endsFrom.isPresent() || endsBefore.isPresent();
        boolean sending = offerId.isPresent();
        boolean apart = switch (order) {
            case NAME, EMAIL -> false;
            case NEWEST -> window || ending;
            case SENT ->
                sending
                        || ending
                        || state.filter(InvitationState.INVITED::equals).isPresent();
            case EXPIRES -> sending || window;
        };
        if (apart) {
            return 100_000;
        }
        // of a group there are few, or they are met everywhere
        boolean byTime = order != InvitationOrder.NAME && order != InvitationOrder.EMAIL;
        return offered.isPresent() && byTime ? 20_000 : 0;
    }
}
