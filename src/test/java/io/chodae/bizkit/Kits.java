package io.chodae.bizkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.audit.Actor;
import io.chodae.directory.Account;
import io.chodae.directory.Accounts;
import io.chodae.directory.Customers;
import io.chodae.invitation.AcceptInvitation;
import io.chodae.invitation.AcceptResult;
import io.chodae.invitation.Invitation;
import io.chodae.invitation.InvitationId;
import io.chodae.invitation.Invitations;
import io.chodae.invitation.Invitee;
import io.chodae.invitation.LinkSecrets;
import io.chodae.invitation.SendInvitations;
import io.chodae.invitation.SendInvitations.SendResult;
import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import io.chodae.shared.Language;
import io.chodae.shared.LinkToken;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Publishers with a described service and one Play, and what a test asks of them, all by the real use cases. */
public class Kits {

    /** How long links live here: 72 hours. */
    public static final Duration LIFETIME = Duration.ofDays(3);

    /**
     * @param play enabled, in no group yet
     */
    public record Publisher(CustomerId customer, Actor actor, long play) {}

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Customers customers;
    private final Accounts accounts;
    private final BizKits kits;
    private final DescribeBizService describe;
    private final SavePrivatePlay savePlay;
    private final SaveUserGroup saveGroup;
    private final Offers offers;
    private final SendInvitations send;
    private final Invitations invitations;
    private final AcceptInvitation accept;
    private final LinkSecrets links;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    Kits(
            Customers customers,
            Accounts accounts,
            BizKits kits,
            DescribeBizService describe,
            SavePrivatePlay savePlay,
            SaveUserGroup saveGroup,
            Offers offers,
            SendInvitations send,
            Invitations invitations,
            AcceptInvitation accept,
            LinkSecrets links,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.customers = customers;
        this.accounts = accounts;
        this.kits = kits;
        this.describe = describe;
        this.savePlay = savePlay;
        this.saveGroup = saveGroup;
        this.offers = offers;
        this.send = send;
        this.invitations = invitations;
        this.accept = accept;
        this.links = links;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    public Publisher full() {
        return found(Edition.FULL);
    }

    /** Ten seats. */
    public Publisher trial() {
        return found(Edition.TRIAL);
    }

    /** As an operator of the server would: there is no page for it. */
    public void limit(Publisher publisher, int users) {
        jdbc.sql("update biz_kit set user_limit = :limit where customer_id = :customer")
                .param("limit", users)
                .param("customer", publisher.customer().value())
                .update();
    }

    public void requireOwnAddress(Publisher publisher) {
        assertThat(describe.describe(publisher.customer(), "한빛 컨시어지", "객실 서비스", null, true, publisher.actor()))
                .isInstanceOf(DescribeResult.Saved.class);
    }

    public long play(Publisher publisher, String name) {
        return play(publisher.customer(), name, publisher.actor());
    }

    public long group(Publisher publisher, String name, Long... plays) {
        return ((SaveGroupResult.Saved) saveGroup.save(
                        publisher.customer(),
                        OptionalLong.empty(),
                        new GroupContent(name, "", Arrays.asList(plays)),
                        publisher.actor()))
                .groupId();
    }

    /** Of the publisher's first Play, to unclassified people. */
    public long offer(Publisher publisher) {
        return offer(publisher, OptionalLong.empty(), publisher.play());
    }

    public long offerInto(Publisher publisher, long group) {
        return offer(publisher, OptionalLong.of(group));
    }

    public long offer(Publisher publisher, OptionalLong group, Long... plays) {
        return offers.create(
                        publisher.customer(),
                        new OfferContent(
                                "총무팀", "desk@hanbit.example", "021234567", "새 객실 서비스", group, Arrays.asList(plays)))
                .id();
    }

    public SendResult send(Publisher publisher, long offer, Invitee... invitees) {
        return transaction.execute(
                status -> send.send(publisher.customer(), offer, List.of(invitees), LIFETIME, publisher.actor()));
    }

    /** A new invitation to an address of its own. */
    public InvitationId invite(Publisher publisher) {
        return invite(publisher, offer(publisher), address());
    }

    public InvitationId invite(Publisher publisher, long offer, String email) {
        assertThat(send(publisher, offer, invitee(email))).isEqualTo(new SendResult(1, 0));
        return new InvitationId(
                publisher.customer(),
                jdbc.sql("""
                                select invitation_id from invitation
                                where customer_id = :customer and offer_id = :offer and email_key = :key
                                """)
                        .param("customer", publisher.customer().value())
                        .param("offer", offer)
                        .param("key", EmailAddress.of(email).key())
                        .query(Long.class)
                        .single());
    }

    public static Invitee invitee(String email) {
        return new Invitee(EmailAddress.of(email), "맹동주", "01012345678", "3층", Language.KO);
    }

    public Invitation now(InvitationId id) {
        return invitations.find(id).orElseThrow();
    }

    /** The link that is in the last mail of this invitation. */
    public LinkToken link(InvitationId id) {
        return links.token(id, now(id).linkNumber());
    }

    public AcceptResult accept(InvitationId id, Account person) {
        return accept.accept(link(id), person.id(), person.email(), true);
    }

    /** Accepts as somebody new. */
    public Account enrol(InvitationId id) {
        Account person = person();
        assertThat(accept(id, person)).isInstanceOf(AcceptResult.Accepted.class);
        return person;
    }

    /** A new enrolled user, unclassified. */
    public long user(Publisher publisher) {
        return userOf(publisher, enrol(invite(publisher)));
    }

    /** A new enrolled user of a group. */
    public long userIn(Publisher publisher, long group) {
        return userOf(publisher, enrol(invite(publisher, offerInto(publisher, group), address())));
    }

    /** As whom an account is enrolled now. */
    public long userOf(Publisher publisher, Account person) {
        return jdbc.sql("""
                        select user_id from enrolled_user
                        where customer_id = :customer and account_id = :account and left_at is null
                        """)
                .param("customer", publisher.customer().value())
                .param("account", person.id().value())
                .query(Long.class)
                .single();
    }

    public Account person() {
        return person(address());
    }

    public Account person(String email) {
        return accounts.create(EmailAddress.of(email), "맹동주", Language.KO, true).orElseThrow();
    }

    public static String address() {
        return "person" + NUMBER.incrementAndGet() + "@people.example";
    }

    /** What the audit trail holds of a subject, oldest first. */
    public List<String> trail(CustomerId customer, String subjectType, long subjectId) {
        return jdbc.sql("""
                        select action from audit_event
                        where customer_id = :customer and subject_type = :type and subject_id = :id
                        order by audit_id
                        """)
                .param("customer", customer.value())
                .param("type", subjectType)
                .param("id", String.valueOf(subjectId))
                .query((row, number) -> row.getString("action"))
                .list();
    }

    /** Enrolled users of an account with a publisher, those who left included. */
    public int enrolments(Publisher publisher, AccountId account) {
        return jdbc.sql("select count(*) from enrolled_user where customer_id = :customer and account_id = :account")
                .param("customer", publisher.customer().value())
                .param("account", account.value())
                .query(Integer.class)
                .single();
    }

    /** As a Biz Service and a Play need it. */
    public static byte[] icon() {
        return image(108, 108, "png");
    }

    public static byte[] image(int width, int height, String format) {
        return image(width, height, format, 0);
    }

    /** An image of one colour. */
    public static byte[] image(int width, int height, String format, int colour) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, colour);
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            assertThat(ImageIO.write(image, format, bytes)).isTrue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private Publisher found(Edition edition) {
        CustomerId customer = customers.create("한빛호텔").id();
        kits.create(customer, edition);
        Account operator = person();
        Actor actor = Actor.account(operator.id(), operator.email().value());
        assertThat(describe.describe(customer, "한빛 컨시어지", "객실 서비스", icon(), false, actor))
                .isInstanceOf(DescribeResult.Saved.class);
        return new Publisher(customer, actor, play(customer, "객실 제어", actor));
    }

    private long play(CustomerId customer, String name, Actor actor) {
        PlayContent content = new PlayContent(name, "", "https://play.example/room", null);
        return ((SavePlayResult.Saved) savePlay.save(customer, OptionalLong.empty(), content, actor)).playId();
    }
}
