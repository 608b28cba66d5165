package io.chodae.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.audit.Actor;
import io.chodae.directory.Account;
import io.chodae.directory.Accounts;
import io.chodae.identity.InviteOperator;
import io.chodae.identity.InviteOperatorResult;
import io.chodae.identity.Operators;
import io.chodae.identity.Role;
import io.chodae.invitation.AskForNewLink;
import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import io.chodae.shared.Language;
import io.chodae.shared.LinkToken;
import io.chodae.testing.ChodaeTest;
import io.chodae.testing.TestClock;
import io.chodae.testing.TestMailbox;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Mails about working for a publisher reach whoever gets no invitations of it. */
@ChodaeTest
@Import(Hotel.class)
class OperatorMailsTest {

    @Autowired
    private Hotel hotel;

    @Autowired
    private InviteOperator invite;

    @Autowired
    private Operators operators;

    @Autowired
    private AskForNewLink ask;

    @Autowired
    private Accounts accounts;

    @Autowired
    private TestMailbox mailbox;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    @AfterEach
    void resetTheClock() {
        clock.reset();
    }

    @ParameterizedTest
    @ValueSource(strings = {"OPTED_OUT", "BOUNCED"})
    void aColleagueIsAskedThough(String reason) throws Exception {
        CustomerId customer = hotel.founded("한빛호텔");
        String email = "colleague-" + reason.replace('_', '-') + "@people.example";
        suppress(customer, email, reason);
        assertThat(invite.invite(customer, email, Role.VIEWER, Language.EN, Actor.system()))
                .isInstanceOf(InviteOperatorResult.Invited.class);
        ReadMail mail = ReadMail.of(mailbox.await(email).data());
        assertThat(mail.text()).contains("한빛호텔");
        assertThat(mail.link()).contains("/join/");
    }

    /** One person may work for several, and hears of each. */
    @Test
    void whoWorksThereHearsOfNewLinksThatPeopleAskFor() throws Exception {
        String email = "operator@people.example";
        Account operator = accounts.create(EmailAddress.of(email), "Operator", Language.EN, true)
                .orElseThrow();
        List<String> publishers = List.of("한빛호텔", "달빛호텔");
        for (int number = 1; number <= publishers.size(); number++) {
            String publisher = publishers.get(number - 1);
            CustomerId customer = hotel.founded(publisher);
            operators.grant(customer, operator.id(), Role.OWNER);
            suppress(customer, email, "OPTED_OUT");
            LinkToken link = link(customer, "late@" + customer.value() + ".example");
            clock.advance(Duration.ofHours(73));
            ask.ask(link);
            assertThat(ReadMail.of(mailbox.await(email, number).data()).text()).contains(publisher);
            clock.reset();
        }
    }

    private LinkToken link(CustomerId customer, String email) throws Exception {
        long offer = hotel.offer(customer, hotel.play(customer, "객실 조명")).id();
        hotel.invite(customer, offer, Hotel.invitee(email, "이은지", Language.KO));
        String link = ReadMail.of(mailbox.await(email).data()).link();
        return LinkToken.parse(link.replaceFirst(".*/i/", "")).orElseThrow();
    }

    private void suppress(CustomerId customer, String email, String reason) {
        jdbc.sql("""
                        insert into suppression (customer_id, email_key, email, reason, at)
                        values (:customer, :key, :email, :reason, now())
                        """)
                .param("customer", customer.value())
                .param("key", EmailAddress.of(email).key())
                .param("email", email)
                .param("reason", reason)
                .update();
    }
}
