package io.chodae.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.bizkit.MyService;
import io.chodae.bizkit.MyServices;
import io.chodae.directory.Account;
import io.chodae.directory.Accounts;
import io.chodae.invitation.AcceptInvitation;
import io.chodae.invitation.AcceptResult;
import io.chodae.invitation.Invitation;
import io.chodae.mail.Composition;
import io.chodae.mail.QueuedMail;
import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import io.chodae.shared.Language;
import io.chodae.shared.Secrets;
import io.chodae.suppression.OptOuts;
import io.chodae.testing.ChodaeTest;
import io.chodae.testing.TestClock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@ChodaeTest
@Import(Hotel.class)
class WelcomeComposerTest {

    @Autowired
    private WelcomeComposer composer;

    @Autowired
    private Hotel hotel;

    @Autowired
    private Accounts accounts;

    @Autowired
    private AcceptInvitation accept;

    @Autowired
    private MyServices services;

    @Autowired
    private Secrets secrets;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void resetTheClock() {
        clock.reset();
    }

    @Test
    void tellsWhatIsUsableAndHowToLeaveAndHoldsNoSecret() throws Exception {
        Invitation invitation = invited("welcome-one@people.example");
        accept(invitation);
        ReadMail mail = ReadMail.of(compose(invitation));
        assertThat(mail.link()).isEqualTo("https://chodae.example/me");
        assertThat(mail.html()).contains("href=\"https://chodae.example/me\"");
        assertThat(mail.text())
                .contains("'한빛 컨시어지' 초대를 수락했어요. 지금부터 쓸 수 있어요.", "- 객실 조명", "그만 쓰고 싶다면", "hana@hanbit.example")
                .doesNotContain("/i/");
        String stop = "https://chodae.example/u/"
                + OptOuts.token(secrets, invitation.id().customer(), 1).reveal();
        assertThat(mail.message().getHeader("List-Unsubscribe")).containsExactly("<" + stop + ">");
        assertThat(mail.message().getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        assertThat(mail.text()).contains("더는 받고 싶지 않다면", stop);
        assertThat(mail.html()).contains("href=\"" + stop + "\"");
    }

    @Test
    void isNotSentToWhoHasNotAccepted() {
        assertThat(compose(invited("welcome-two@people.example")))
                .isEqualTo(new Composition.Obsolete(1, "what it was about is gone"));
    }

    @Test
    void isNotSentToWhoLeftMeanwhile() {
        Invitation invitation = invited("welcome-three@people.example");
        Account account = accept(invitation);
        MyService service = services.of(account.id()).getFirst();
        assertThat(services.withdrawFromService(account.id(), service.customer(), service.userId()))
                .isTrue();
        assertThat(compose(invitation)).isEqualTo(new Composition.Obsolete(1, "what it was about is gone"));
    }

    private Invitation invited(String email) {
        CustomerId customer = hotel.founded("한빛호텔");
        long offer = hotel.offer(customer, hotel.play(customer, "객실 조명")).id();
        return hotel.invite(customer, offer, Hotel.invitee(email, "이은지", Language.KO));
    }

    private Account accept(Invitation invitation) {
        EmailAddress email = invitation.email();
        Account account = accounts.create(email, "이은지", Language.KO, true).orElseThrow();
        assertThat(accept.accept(
                        secrets.token(
                                "invitation",
                                invitation.id().customer().value(),
                                invitation.id().value(),
                                invitation.linkNumber()),
                        account.id(),
                        email,
                        true))
                .isInstanceOf(AcceptResult.Accepted.class);
        return account;
    }

    private Composition compose(Invitation invitation) {
        return composer.compose(List.of(new QueuedMail(
                        invitation.id().customer(),
                        1,
                        "welcome",
                        invitation.offerId(),
                        invitation.id().value(),
                        1,
                        invitation.email(),
                        invitation.name(),
                        invitation.language(),
                        "<1@chodae.example>",
                        clock.instant())))
                .getFirst();
    }
}
