package io.chodae.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.audit.Actor;
import io.chodae.bizkit.BizKits;
import io.chodae.bizkit.DescribeBizService;
import io.chodae.bizkit.DescribeResult;
import io.chodae.bizkit.Edition;
import io.chodae.bizkit.GroupContent;
import io.chodae.bizkit.Kits;
import io.chodae.bizkit.OfferContent;
import io.chodae.bizkit.Offers;
import io.chodae.bizkit.PlayContent;
import io.chodae.bizkit.SaveGroupResult;
import io.chodae.bizkit.SavePlayResult;
import io.chodae.bizkit.SavePrivatePlay;
import io.chodae.bizkit.SaveUserGroup;
import io.chodae.directory.Account;
import io.chodae.directory.Accounts;
import io.chodae.directory.Customers;
import io.chodae.invitation.AcceptInvitation;
import io.chodae.invitation.AcceptResult;
import io.chodae.invitation.Invitee;
import io.chodae.invitation.SendInvitations;
import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import io.chodae.shared.Language;
import io.chodae.shared.LinkToken;
import io.chodae.shared.Secrets;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Publishers with an operator and a Play, and people whom they invited or enrolled, all by the real use cases. */
class Publishers {

    record Publisher(CustomerId customer, Actor actor, long play) {}

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Customers customers;
    private final Accounts accounts;
    private final BizKits kits;
    private final DescribeBizService describe;
    private final SavePrivatePlay savePlay;
    private final SaveUserGroup saveGroup;
    private final Offers offers;
    private final SendInvitations sendInvitations;
    private final AcceptInvitation accept;
    private final Secrets secrets;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    Publishers(
            Customers customers,
            Accounts accounts,
            BizKits kits,
            DescribeBizService describe,
            SavePrivatePlay savePlay,
            SaveUserGroup saveGroup,
            Offers offers,
            SendInvitations sendInvitations,
            AcceptInvitation accept,
            Secrets secrets,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.customers = customers;
        this.accounts = accounts;
        this.kits = kits;
        this.describe = describe;
        this.savePlay = savePlay;
        this.saveGroup = saveGroup;
        this.offers = offers;
        this.sendInvitations = sendInvitations;
        this.accept = accept;
        this.secrets = secrets;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    Publisher full(String name) {
        return described(found(name, Edition.FULL));
    }

    /** Ten seats. */
    Publisher trial(String name) {
        return described(found(name, Edition.TRIAL));
    }

    Publisher withoutService(String name) {
        return found(name, Edition.FULL);
    }

    Publisher colleague(Publisher publisher) {
        return new Publisher(publisher.customer(), operator(), publisher.play());
    }

    long group(Publisher publisher, String name) {
        SaveGroupResult saved = saveGroup.save(
                publisher.customer(),
                OptionalLong.empty(),
                new GroupContent(name, "", List.of(publisher.play())),
                publisher.actor());
        return ((SaveGroupResult.Saved) saved).groupId();
    }

    void play(Publisher publisher, String name) {
        savePlay.save(
                publisher.customer(),
                OptionalLong.empty(),
                new PlayContent(name, "", "https://play.example/other", null),
                publisher.actor());
    }

    void describe(Publisher publisher, String serviceName) {
        assertThat(describe.describe(
                        publisher.customer(), serviceName, "객실에서 쓰는 서비스예요.", Kits.icon(), false, publisher.actor()))
                .isInstanceOf(DescribeResult.Saved.class);
    }

    /** Sends an invitation that is still pending. */
    void invite(Publisher publisher, String email) {
        transaction.executeWithoutResult(status -> {
            long offer = offers.create(
                            publisher.customer(),
                            new OfferContent(
                                    "총무팀",
                                    "a@b.example",
                                    "021234567",
                                    "",
                                    OptionalLong.empty(),
                                    List.of(publisher.play())))
                    .id();
            sendInvitations.send(
                    publisher.customer(),
                    offer,
                    List.of(new Invitee(EmailAddress.of(email), "맹동주", null, null, Language.KO)),
                    Duration.ofDays(30),
                    publisher.actor());
        });
    }

    /** Invites, and accepts as the invited person. */
    void enrol(Publisher publisher, String email) {
        invite(publisher, email);
        Account person = account("person" + NUMBER.incrementAndGet() + "@people.example");
        assertThat(accept.accept(link(publisher, email), person.id(), person.email(), true))
                .isInstanceOf(AcceptResult.Accepted.class);
    }

    private LinkToken link(Publisher publisher, String email) {
        long id = jdbc.sql("""
                        select invitation_id from invitation
                        where customer_id = :customer and email_key = :key and state = 'INVITED'""")
                .param("customer", publisher.customer().value())
                .param("key", EmailAddress.of(email).key())
                .query(Long.class)
                .single();
        return secrets.token("invitation", publisher.customer().value(), id, 1);
    }

    private Publisher found(String name, Edition edition) {
        CustomerId customer = customers.create(name).id();
        kits.create(customer, edition);
        Actor operator = operator();
        SavePlayResult play = savePlay.save(
                customer,
                OptionalLong.empty(),
                new PlayContent("객실 제어", "", "https://play.example/room", null),
                operator);
        return new Publisher(customer, operator, ((SavePlayResult.Saved) play).playId());
    }

    private Publisher described(Publisher publisher) {
        describe(publisher, "한빛 컨시어지");
        return publisher;
    }

    private Actor operator() {
        Account account = account("operator" + NUMBER.incrementAndGet() + "@hanbit-hotel.example");
        return Actor.account(account.id(), account.email().value());
    }

    private Account account(String email) {
        return accounts.create(EmailAddress.of(email), "맹동주", Language.KO, true).orElseThrow();
    }
}
