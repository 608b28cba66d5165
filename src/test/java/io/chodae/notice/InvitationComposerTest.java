package io.chodae.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.audit.Actor;
import io.chodae.bizkit.BizKits;
import io.chodae.bizkit.EnablePrivatePlay;
import io.chodae.bizkit.Offer;
import io.chodae.invitation.CancelInvitation;
import io.chodae.invitation.DeclineInvitation;
import io.chodae.invitation.Invitation;
import io.chodae.invitation.OpenInvitation;
import io.chodae.invitation.ResendInvitation;
import io.chodae.mail.Composition;
import io.chodae.mail.QueuedMail;
import io.chodae.mail.RenderedMail;
import io.chodae.shared.CustomerId;
import io.chodae.shared.Language;
import io.chodae.shared.LinkToken;
import io.chodae.shared.Secrets;
import io.chodae.testing.ChodaeTest;
import io.chodae.testing.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;

@ChodaeTest
@Import(Hotel.class)
@ExtendWith(OutputCaptureExtension.class)
class InvitationComposerTest {

    private static final AtomicInteger PERSON = new AtomicInteger();

    @Autowired
    private InvitationComposer composer;

    @Autowired
    private InvitationPreview preview;

    @Autowired
    private Hotel hotel;

    @Autowired
    private BizKits kits;

    @Autowired
    private OpenInvitation open;

    @Autowired
    private ResendInvitation resend;

    @Autowired
    private CancelInvitation cancel;

    @Autowired
    private DeclineInvitation decline;

    @Autowired
    private EnablePrivatePlay enable;

    @Autowired
    private Secrets secrets;

    @Autowired
    private TestClock clock;

    private CustomerId customer = CustomerId.HOUSE;
    private long lights;

    @BeforeEach
    void foundAPublisher() {
        clock.reset();
        customer = hotel.founded("한빛호텔");
        lights = hotel.play(customer, "객실 조명");
    }

    @Test
    void carriesALinkThatOpensThisInvitationInBothParts() throws Exception {
        Invitation invitation = invited(Language.KO);
        ReadMail mail = ReadMail.of(compose(queued(invitation, 1)));
        assertThat(mail.link()).startsWith("https://chodae.example/i/");
        String token = mail.link().substring("https://chodae.example/i/".length());
        assertThat(open.byToken(LinkToken.parse(token).orElseThrow())
                        .orElseThrow()
                        .invitation()
                        .id())
                .isEqualTo(invitation.id());
        assertThat(mail.html()).contains("href=\"" + mail.link() + "\"").contains(">" + mail.link() + "</a>");
        assertThat(mail.text()).contains("2026.01.18 18:00 (한국 시간)까지 수락할 수 있어요.");
    }

    @Test
    void saysWhoInvitesWhomToWhatAndWhomToAnswer() throws Exception {
        Invitation invitation = invited(Language.KO);
        ReadMail mail = ReadMail.of(compose(queued(invitation, 1)));
        assertThat(mail.subject()).isEqualTo("한빛호텔에서 '한빛 컨시어지'에 초대했어요");
        assertThat(mail.message().getHeader("From", ",")).contains("<no-reply@chodae.example>");
        assertThat(mail.message().getReplyTo()[0].toString()).contains("hana@hanbit.example");
        assertThat(mail.text()).contains("이은지 님, 안녕하세요.", "> 객실 안내를 바꿔요.\n> 미리 설치해 주세요.\n", "- 객실 조명: 방의 조명을 켜고 꺼요.\n");
    }

    @Test
    void writesToEachPersonInTheirLanguage() throws Exception {
        Invitation korean = invited(Language.KO);
        Invitation english = invited(Language.EN);
        List<Composition> both = composer.compose(List.of(queued(korean, 1), queued(english, 2)));
        assertThat(ReadMail.of(both.get(0)).subject()).isEqualTo("한빛호텔에서 '한빛 컨시어지'에 초대했어요");
        ReadMail mail = ReadMail.of(both.get(1));
        assertThat(mail.subject()).isEqualTo("한빛호텔 invites you to 한빛 컨시어지");
        assertThat(mail.text()).contains("You can accept until 18 Jan 2026, 18:00 (Korea time).");
    }

    @Test
    void aRetryIsTheSameMailToTheByte() {
        QueuedMail mail = queued(invited(Language.KO), 1);
        byte[] first = ((Composition.Ready) compose(mail)).message().bytes();
        clock.advance(Duration.ofHours(5));
        assertThat(((Composition.Ready) compose(mail)).message().bytes()).isEqualTo(first);
    }

    @Test
    void thePreviewIsTheMailApartFromItsLink() throws Exception {
        Offer offer = hotel.offer(customer, lights);
        for (Language language : Language.values()) {
            String email = newAddress();
            Invitation invitation = hotel.invite(customer, offer.id(), Hotel.invitee(email, "이은지 <b>", language));
            ReadMail real = ReadMail.of(compose(queued(invitation, 1)));
            RenderedMail shown = preview.render(
                    InvitationContent.of(offer),
                    kits.get(customer),
                    Hotel.invitee(email, "이은지 <b>", language),
                    language,
                    clock.instant().plus(Hotel.LIFETIME));
            String sample = "https://chodae.example/i/preview";
            assertThat(shown.subject()).isEqualTo(real.subject());
            assertThat(shown.text().replace("\r\n", "\n"))
                    .isEqualTo(sampled(real.text().replace(real.link(), sample)));
            assertThat(shown.html().replace("\r\n", "\n"))
                    .isEqualTo(sampled(real.html().replace(real.link(), sample)));
            assertThat(LinkToken.parse("preview")).isEmpty();
        }
    }

    private static String sampled(String part) {
        return part.replaceAll("(https://chodae.example/u/)[\\w-]{32}", "$1preview");
    }

    @Test
    void itsMailsAreStoppedByALinkThatMailProgramsKnowToo() throws Exception {
        Invitation invitation = invited(Language.EN);
        ReadMail mail = ReadMail.of(compose(queued(invitation, 1)));
        String stop = mail.message().getHeader("List-Unsubscribe", null);
        assertThat(stop).matches("<https://chodae\\.example/u/[\\w-]{32}>");
        assertThat(mail.message().getHeader("List-Unsubscribe-Post", null)).isEqualTo("List-Unsubscribe=One-Click");
        String link = stop.substring(1, stop.length() - 1);
        assertThat(mail.text()).contains("If you never want an invitation from 한빛호텔 again, say so here: " + link);
        assertThat(mail.html()).contains("href=\"" + link + "\"");
        // another mail, another link
        assertThat(ReadMail.of(compose(queued(invitation, 2))).message().getHeader("List-Unsubscribe", null))
                .isNotEqualTo(stop);
    }

    @Test
    void aCancelledInvitationIsNotSent() {
        Invitation invitation = invited(Language.KO);
        assertThat(cancel.cancel(invitation.id(), Actor.system())).isTrue();
        assertObsolete(queued(invitation, 1), "the invitation is no longer open");
    }

    @Test
    void aDeclinedInvitationIsNotSent() {
        Invitation invitation = invited(Language.KO);
        decline.decline(
                secrets.token("invitation", customer.value(), invitation.id().value(), 1), null, null);
        assertObsolete(queued(invitation, 1), "the invitation is no longer open");
    }

    @Test
    void anExpiredInvitationIsNotSentFromTheMomentItEnds() {
        Invitation invitation = invited(Language.KO);
        clock.advance(Hotel.LIFETIME.minusMillis(1));
        assertThat(compose(queued(invitation, 1))).isInstanceOf(Composition.Ready.class);
        clock.advance(Duration.ofMillis(1));
        assertObsolete(queued(invitation, 1), "the invitation has expired");
    }

    @Test
    void onlyTheMailWithTheNewestLinkIsSent() throws Exception {
        Invitation invitation = invited(Language.KO);
        String old = ReadMail.of(compose(queued(invitation, 1))).link();
        resend.resend(invitation.id(), Hotel.LIFETIME, Actor.system());
        assertObsolete(queued(invitation, 1), "a newer link was sent");
        QueuedMail again = new QueuedMail(
                customer,
                2,
                "invitation",
                invitation.offerId(),
                invitation.id().value(),
                2,
                invitation.email(),
                invitation.name(),
                Language.KO,
                "<2@chodae.example>",
                clock.instant());
        assertThat(ReadMail.of(compose(again)).link()).isNotEqualTo(old);
    }

    @Test
    void anotherCustomersInvitationCannotBeWritten() {
        Invitation theirs = invited(Language.KO);
        CustomerId other = hotel.founded("다른 호텔");
        QueuedMail forged = new QueuedMail(
                other,
                1,
                "invitation",
                theirs.offerId(),
                theirs.id().value(),
                1,
                theirs.email(),
                theirs.name(),
                Language.KO,
                "<1@chodae.example>",
                clock.instant());
        assertObsolete(forged, "what it was about is gone");
    }

    @Test
    void anotherCustomersOfferCannotBeWritten() {
        Offer theirs = hotel.offer(customer, lights);
        CustomerId other = hotel.founded("다른 호텔");
        Invitation invitation = hotel.invite(other, theirs.id(), Hotel.invitee(newAddress(), "이은지", Language.KO));
        assertObsolete(queued(invitation, 1), "the offer is gone");
    }

    @Test
    void oneBatchMayBelongToSeveralCustomers() throws Exception {
        Invitation here = invited(Language.KO);
        CustomerId other = hotel.founded("바다호텔");
        Invitation there = hotel.invite(
                other,
                hotel.offer(other, hotel.play(other, "객실 조명")).id(),
                Hotel.invitee(newAddress(), "박서준", Language.KO));
        List<Composition> both = composer.compose(List.of(queued(here, 1), queued(there, 2)));
        assertThat(both).extracting(Composition::mailId).containsExactlyInAnyOrder(1L, 2L);
        for (Composition composition : both) {
            assertThat(ReadMail.of(composition).subject()).startsWith(composition.mailId() == 1 ? "한빛호텔에서" : "바다호텔에서");
        }
    }

    @Test
    void anEditShowsInTheNextBatchAndADisabledPlayIsNotOffered() throws Exception {
        long laundry = hotel.play(customer, "세탁");
        Offer offer = hotel.offer(customer, lights, laundry);
        Invitation invitation = hotel.invite(customer, offer.id(), Hotel.invitee(newAddress(), "이은지", Language.KO));
        assertThat(ReadMail.of(compose(queued(invitation, 1))).text()).contains("- 객실 조명", "- 세탁");
        enable.enable(customer, laundry, false, Actor.system());
        hotel.describe(customer, "새 이름");
        ReadMail later = ReadMail.of(compose(queued(invitation, 1)));
        assertThat(later.text()).contains("- 객실 조명").doesNotContain("- 세탁");
        assertThat(later.subject()).isEqualTo("한빛호텔에서 '새 이름'에 초대했어요");
    }

    @Test
    void whatNobodyCouldAcceptIsNotSent() {
        Invitation invitation = invited(Language.KO);
        assertThat(compose(queued(invitation, 1))).isInstanceOf(Composition.Ready.class);
        enable.enable(customer, lights, false, Actor.system());
        assertObsolete(queued(invitation, 1), "the offer is gone");
    }

    @Test
    void noLogShowsALink(CapturedOutput output) throws Exception {
        Composition composition = compose(queued(invited(Language.KO), 1));
        String link = ReadMail.of(composition).link();
        String token = link.substring(link.lastIndexOf('/') + 1);
        assertThat(composition.toString()).doesNotContain(token);
        assertThat(output.getAll()).doesNotContain(token);
    }

    private Invitation invited(Language language) {
        Offer offer = hotel.offer(customer, lights);
        return hotel.invite(customer, offer.id(), Hotel.invitee(newAddress(), "이은지", language));
    }

    private Composition compose(QueuedMail mail) {
        return composer.compose(List.of(mail)).getFirst();
    }

    private void assertObsolete(QueuedMail mail, String why) {
        assertThat(compose(mail)).isEqualTo(new Composition.Obsolete(mail.mailId(), why));
    }

    private static String newAddress() {
        return "guest" + PERSON.incrementAndGet() + "@people.example";
    }

    /** The mail that the sending of this invitation enqueued. */
    private QueuedMail queued(Invitation invitation, long mailId) {
        return new QueuedMail(
                invitation.id().customer(),
                mailId,
                "invitation",
                invitation.offerId(),
                invitation.id().value(),
                invitation.linkNumber(),
                invitation.email(),
                invitation.name(),
                invitation.language(),
                "<" + mailId + "@chodae.example>",
                TestClock.START);
    }
}
