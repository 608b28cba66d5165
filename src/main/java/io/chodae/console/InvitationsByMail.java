package io.chodae.console;

import io.chodae.invitation.Invitation;
import io.chodae.invitation.Invitations;
import io.chodae.mail.Deliveries;
import io.chodae.mail.DeliveryState;
import io.chodae.mail.MailBatch;
import io.chodae.mail.MailSubject;
import io.chodae.shared.CustomerId;
import io.chodae.shared.Slice;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lists the invitations of one sending by what became of their mails: one room knows the people, another the mails. */
@Component
class InvitationsByMail {

    private final Invitations invitations;
    private final Deliveries deliveries;

    InvitationsByMail(Invitations invitations, Deliveries deliveries) {
        this.invitations = invitations;
        this.deliveries = deliveries;
    }

    /** One page, newest first. */
    Slice<Invitation> search(InvitationFilter filter, CustomerId customer, int limit) {
        MailBatch batch = new MailBatch(customer, "invitation", Objects.requireNonNull(filter.offer()));
        List<MailSubject> mailed = deliveries.subjects(
                batch, states(Objects.requireNonNull(filter.delivery())), position(filter.after()), limit + 1);
        boolean more = mailed.size() > limit;
        List<Long> ids = mailed.stream().limit(limit).map(MailSubject::id).toList();
        List<Invitation> shown = invitations.byIds(customer, ids).stream()
                .sorted(Comparator.comparingLong((Invitation one) -> one.id().value())
                        .reversed())
                .toList();
        return new Slice<>(shown, more ? Optional.of(String.valueOf(ids.getLast())) : Optional.empty());
    }

    /** A mail that is being handed over is still counted with those that wait. */
    private static Set<DeliveryState> states(DeliveryState asked) {
        return asked == DeliveryState.QUEUED
                ? EnumSet.of(DeliveryState.QUEUED, DeliveryState.SENDING)
                : EnumSet.of(asked);
    }

    /** The position comes back from a browser: anything but one of ours means the beginning. */
    private static long position(@Nullable String after) {
        return after != null && after.matches("[0-9]{1,18}") ? Long.parseLong(after) : Long.MAX_VALUE;
    }
}
