package io.chodae.acceptance;

import io.chodae.acceptance.OpenedInvitation.Ending;
import io.chodae.acceptance.OpenedInvitation.Live;
import io.chodae.acceptance.OpenedInvitation.NotForYou;
import io.chodae.acceptance.OpenedInvitation.Over;
import io.chodae.bizkit.BizKits;
import io.chodae.bizkit.MyServices;
import io.chodae.bizkit.Offer;
import io.chodae.bizkit.Offers;
import io.chodae.directory.Account;
import io.chodae.directory.Customer;
import io.chodae.directory.Customers;
import io.chodae.invitation.Invitation;
import io.chodae.invitation.InvitationState;
import io.chodae.invitation.OpenInvitation;
import io.chodae.invitation.OpenInvitation.Opened;
import io.chodae.shared.CustomerId;
import io.chodae.shared.Language;
import io.chodae.shared.LinkToken;
import io.chodae.web.Dates;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Reads what a link stands for. Changes nothing, however often and by whomever it is called. */
@Component
class OpenLink {

    private final OpenInvitation openInvitation;
    private final Customers customers;
    private final BizKits bizKits;
    private final Offers offers;
    private final MyServices services;
    private final Dates dates;

    OpenLink(
            OpenInvitation openInvitation,
            Customers customers,
            BizKits bizKits,
            Offers offers,
            MyServices services,
            Dates dates) {
        this.openInvitation = openInvitation;
        this.customers = customers;
        this.bizKits = bizKits;
        this.offers = offers;
        this.services = services;
        this.dates = dates;
    }

    OpenedInvitation open(String text, @Nullable Account account) {
        Optional<LinkToken> token = LinkToken.parse(text);
        Optional<Opened> found = token.flatMap(openInvitation::byToken);
        if (token.isEmpty() || found.isEmpty()) {
            return new NotForYou();
        }
        Invitation invitation = found.get().invitation();
        boolean live = found.get().current() && invitation.state() == InvitationState.INVITED;
        if (!live && !OpenedInvitation.concerns(invitation, account)) {
            return new NotForYou();
        }
        Optional<InvitationView> view = view(invitation);
        if (view.isEmpty()) {
            return new NotForYou();
        }
        return live ? new Live(token.get(), invitation, view.get()) : over(invitation, account, view.get());
    }

    /** To whoever accepted, what was offered then matters no more: the page shows what may be used now. */
    private Over over(Invitation invitation, @Nullable Account account, InvitationView view) {
        if (account == null || !account.id().equals(invitation.acceptedBy())) {
            return new Over(ending(invitation), invitation, view);
        }
        return services.of(account.id()).stream()
                .filter(service -> service.customer().equals(invitation.id().customer()))
                .findFirst()
                .map(service -> new Over(Ending.ACCEPTED_BY_YOU, invitation, view.usable(service.plays())))
                .orElseGet(() -> new Over(Ending.LEFT, invitation, view));
    }

    private Optional<InvitationView> view(Invitation invitation) {
        CustomerId customerId = invitation.id().customer();
        Optional<Customer> customer = customers.find(customerId);
        Optional<Offer> offer = offers.find(customerId, invitation.offerId());
        return customer.flatMap(who -> offer.map(
                what -> InvitationView.of(invitation, who, bizKits.get(customerId), what, until(invitation))));
    }

    private String until(Invitation invitation) {
        return dates.in(Language.of(LocaleContextHolder.getLocale())).deadline(invitation.expiresAt());
    }

    private static Ending ending(Invitation invitation) {
        return switch (invitation.state()) {
            case NOT_YET_SENT ->
                invitation.withdrawn() == Invitation.Withdrawn.SUPERSEDED ? Ending.SUPERSEDED : Ending.CANCELED;
            case INVITED -> Ending.SUPERSEDED;
            case EXPIRED -> Ending.EXPIRED;
            case DECLINED -> Ending.DECLINED;
            case ACCEPTED -> Ending.ACCEPTED_BY_OTHER;
        };
    }
}
