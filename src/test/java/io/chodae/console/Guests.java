package io.chodae.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.bizkit.MyServices;
import io.chodae.console.Hotels.Hotel;
import io.chodae.invitation.AcceptInvitation;
import io.chodae.invitation.AcceptResult;
import io.chodae.invitation.AskForNewLink;
import io.chodae.invitation.DeclineInvitation;
import io.chodae.invitation.InvitationId;
import io.chodae.invitation.InvitationQuery;
import io.chodae.invitation.Invitations;
import io.chodae.invitation.Invitee;
import io.chodae.invitation.LinkSecrets;
import io.chodae.invitation.SendInvitations;
import io.chodae.shared.EmailAddress;
import io.chodae.shared.Language;
import io.chodae.shared.LinkToken;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

/** People whom a hotel invites. */
@TestComponent
class Guests {

    private final SendInvitations send;
    private final Invitations invitations;
    private final LinkSecrets links;
    private final DeclineInvitation decline;
    private final AskForNewLink ask;
    private final AcceptInvitation accept;
    private final MyServices services;
    private final TransactionTemplate transaction;

    Guests(
            SendInvitations send,
            Invitations invitations,
            LinkSecrets links,
            DeclineInvitation decline,
            AskForNewLink ask,
            AcceptInvitation accept,
            MyServices services,
            TransactionTemplate transaction) {
        this.send = send;
        this.invitations = invitations;
        this.links = links;
        this.decline = decline;
        this.ask = ask;
        this.accept = accept;
        this.services = services;
        this.transaction = transaction;
    }

    /** The id of a pending invitation. */
    long invite(Hotel hotel, long offer, String name) {
        EmailAddress email = EmailAddress.of(name + "@" + hotel.mark() + ".example");
        Invitee invitee =
                new Invitee(email, "Guest of " + hotel.mark(), "01012345678", "Room " + hotel.mark(), Language.EN);
        transaction.executeWithoutResult(
                status -> send.send(hotel.customer(), offer, List.of(invitee), Duration.ofDays(30), hotel.owner()));
        return invitations
                .search(
                        new InvitationQuery(
                                email.value(), Optional.empty(), OptionalLong.of(offer), Optional.empty(), 1),
                        hotel.customer())
                .items()
                .getFirst()
                .id()
                .value();
    }

    /** The id of an invitation that was declined, and whose person asks for a new link now. */
    long ask(Hotel hotel, long offer, String name) {
        long id = invite(hotel, offer, name);
        LinkToken link = links.token(new InvitationId(hotel.customer(), id), 1);
        decline.decline(link, null, null);
        ask.ask(link);
        return id;
    }

    /** Lets the hotel's member leave, if enrolled, and accept this offer. */
    void enrolMember(Hotel hotel, long offer) {
        var member = hotel.account(Caller.MEMBER);
        services.of(member)
                .forEach(service -> services.withdrawFromService(member, service.customer(), service.userId()));
        InvitationId id = new InvitationId(hotel.customer(), invite(hotel, offer, "member"));
        assertThat(accept.accept(links.token(id, 1), member, EmailAddress.of(hotel.email(Caller.MEMBER)), true))
                .isInstanceOf(AcceptResult.Accepted.class);
    }
}
