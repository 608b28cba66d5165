package io.chodae.acceptance;

import io.chodae.bizkit.BizKit;
import io.chodae.bizkit.Offer;
import io.chodae.bizkit.PrivatePlay;
import io.chodae.directory.Customer;
import io.chodae.invitation.Invitation;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a page shows of one invitation. Carries no token: pages put the one from their own address into links. */
record InvitationView(
        String publisher,
        String publisherId,
        String service,
        String serviceDescription,
        @Nullable String serviceIcon,
        String inviter,
        String reason,
        String contactEmail,
        String contactPhone,
        @Nullable String group,
        List<PlayView> plays,
        String inviteeName,
        String inviteeEmail,
        Instant expiresAt) {

    record PlayView(
            String name,
            String description,
            String link,
            @Nullable String icon) {

        static PlayView of(Customer customer, PrivatePlay play) {
            return new PlayView(
                    play.name(),
                    play.description(),
                    play.link(),
                    play.hasIcon() ? Icons.play(customer.externalId(), play.id()) : null);
        }
    }

    static InvitationView of(Invitation invitation, Customer customer, BizKit kit, Offer offer) {
        return new InvitationView(
                customer.name(),
                customer.externalId(),
                kit.serviceName() == null ? customer.name() : kit.serviceName(),
                kit.serviceDescription() == null ? "" : kit.serviceDescription(),
                kit.hasIcon() ? Icons.service(customer.externalId(), kit.iconEtag()) : null,
                offer.inviterName(),
                offer.reason(),
                offer.contactEmail(),
                offer.contactPhone(),
                offer.groupName(),
                offer.plays().stream()
                        .filter(PrivatePlay::enabled)
                        .map(play -> PlayView.of(customer, play))
                        .toList(),
                invitation.name(),
                invitation.email().value(),
                invitation.expiresAt());
    }

    /** Each line of the reason by itself, so that a page keeps the lines without any markup in the text. */
    public List<String> reasonLines() {
        return reason.lines().toList();
    }
}
