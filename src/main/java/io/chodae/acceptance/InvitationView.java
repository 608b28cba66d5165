package io.chodae.acceptance;

import io.chodae.bizkit.BizKit;
import io.chodae.bizkit.Offer;
import io.chodae.bizkit.PrivatePlay;
import io.chodae.directory.Customer;
import io.chodae.invitation.Invitation;
import io.chodae.shared.FieldText;
import io.chodae.shared.FieldText.Field;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a page shows of one invitation. Carries no token: pages put the one from their own address into links.
 *
 * @param offered whether anything of it can be had now; if not, accepting is not shown
 * @param stopped whether who runs this server has stopped the publisher
 * @param ownAddressOnly whether only the account of the invited address may accept
 */
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
        Instant expiresAt,
        boolean offered,
        boolean stopped,
        boolean ownAddressOnly) {

    record PlayView(
            String name,
            String description,
            String link,
            @Nullable String icon) {

        static PlayView of(String publisherId, PrivatePlay play) {
            return new PlayView(
                    play.name(),
                    play.description(),
                    play.link(),
                    play.hasIcon() ? Icons.play(publisherId, play.id()) : null);
        }
    }

    /** @param until the end of the invitation, as this page's reader writes times */
    static InvitationView of(Invitation invitation, Customer customer, BizKit kit, Offer offer, String until) {
        String service = kit.serviceName() == null ? customer.name() : kit.serviceName();
        String reason = FieldText.fill(
                offer.reason(),
                Map.of(
                        Field.NAME,
                        invitation.name(),
                        Field.GROUP,
                        Objects.requireNonNullElse(offer.groupName(), ""),
                        Field.SERVICE,
                        service,
                        Field.EXPIRES,
                        until));
        return new InvitationView(
                customer.name(),
                customer.externalId(),
                service,
                kit.serviceDescription() == null ? "" : kit.serviceDescription(),
                kit.hasIcon() ? Icons.service(customer.externalId(), kit.iconEtag()) : null,
                offer.inviterName(),
                reason,
                offer.contactEmail(),
                offer.contactPhone(),
                offer.groupName(),
                offer.plays().stream()
                        .filter(PrivatePlay::enabled)
                        .map(play -> PlayView.of(customer.externalId(), play))
                        .toList(),
                invitation.name(),
                invitation.email().value(),
                invitation.expiresAt(),
                offer.stands() && !kit.suspended(),
                kit.suspended(),
                kit.requireOwnAddress());
    }

    /** The same with the Plays that this person may use now. */
    InvitationView usable(List<PrivatePlay> now) {
        return new InvitationView(
                publisher,
                publisherId,
                service,
                serviceDescription,
                serviceIcon,
                inviter,
                reason,
                contactEmail,
                contactPhone,
                group,
                now.stream().map(play -> PlayView.of(publisherId, play)).toList(),
                inviteeName,
                inviteeEmail,
                expiresAt,
                offered,
                stopped,
                ownAddressOnly);
    }

    /** Each line of the reason by itself, so that a page keeps the lines without any markup in the text. */
    public List<String> reasonLines() {
        return reason.lines().toList();
    }
}
