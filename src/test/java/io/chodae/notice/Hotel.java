package io.chodae.notice;

import io.chodae.audit.Actor;
import io.chodae.bizkit.BizKits;
import io.chodae.bizkit.DescribeBizService;
import io.chodae.bizkit.Edition;
import io.chodae.bizkit.Kits;
import io.chodae.bizkit.Offer;
import io.chodae.bizkit.OfferContent;
import io.chodae.bizkit.Offers;
import io.chodae.bizkit.PlayContent;
import io.chodae.bizkit.SavePlayResult;
import io.chodae.bizkit.SavePrivatePlay;
import io.chodae.directory.Customers;
import io.chodae.invitation.Invitation;
import io.chodae.invitation.InvitationQuery;
import io.chodae.invitation.Invitations;
import io.chodae.invitation.Invitee;
import io.chodae.invitation.SendInvitations;
import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import io.chodae.shared.Language;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

/** Publishers that invite, each a customer of its own. */
@TestComponent
record Hotel(
        Customers customers,
        BizKits kits,
        DescribeBizService describe,
        SavePrivatePlay savePlay,
        Offers offers,
        SendInvitations send,
        Invitations invitations,
        TransactionTemplate transaction) {

    static final Duration LIFETIME = Duration.ofDays(3);

    CustomerId founded(String name) {
        CustomerId customer = customers.create(name).id();
        kits.create(customer, Edition.FULL);
        describe(customer, "한빛 컨시어지");
        return customer;
    }

    void describe(CustomerId customer, String serviceName) {
        describe.describe(customer, serviceName, "객실에서 쓰는 서비스예요.", Kits.icon(), false, Actor.system());
    }

    long play(CustomerId customer, String name) {
        SavePlayResult saved = savePlay.save(
                customer,
                OptionalLong.empty(),
                new PlayContent(name, "방의 조명을 켜고 꺼요.", "https://play.example", null),
                Actor.system());
        return ((SavePlayResult.Saved) saved).playId();
    }

    Offer offer(CustomerId customer, Long... plays) {
        return offers.create(
                customer,
                new OfferContent(
                        "김하나",
                        "hana@hanbit.example",
                        "025550100",
                        "객실 안내를 바꿔요.\n미리 설치해 주세요.",
                        OptionalLong.empty(),
                        List.of(plays)));
    }

    Invitation invite(CustomerId customer, long offerId, Invitee invitee) {
        transaction.executeWithoutResult(
                status -> send.send(customer, offerId, List.of(invitee), LIFETIME, Actor.system()));
        return invitations
                .search(
                        new InvitationQuery(
                                invitee.email().value(),
                                Optional.empty(),
                                OptionalLong.of(offerId),
                                Optional.empty(),
                                10),
                        customer)
                .items()
                .getFirst();
    }

    static Invitee invitee(String email, String name, Language language) {
        return new Invitee(EmailAddress.of(email), name, null, null, language);
    }
}
