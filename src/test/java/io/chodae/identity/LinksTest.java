package io.chodae.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chodae.directory.Accounts;
import io.chodae.shared.AccountId;
import io.chodae.shared.LinkToken;
import io.chodae.shared.Secrets;
import io.chodae.testing.ChodaeTest;
import io.chodae.testing.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;

/** The links that a person gets by mail: to prove an address, to set a new password. */
@ChodaeTest
class LinksTest {

    private static final String NEW_PASSWORD = "violet9anchor2meadow";

    @Autowired
    SignUp signUp;

    @Autowired
    PasswordSignIn signIn;

    @Autowired
    RequestPasswordReset requestReset;

    @Autowired
    ResetPassword resetPassword;

    @Autowired
    VerifyEmail verifyEmail;

    @Autowired
    ChangePassword changePassword;

    @Autowired
    MailedLinks mailedLinks;

    @Autowired
    Accounts accounts;

    @Autowired
    FindByIndexNameSessionRepository<? extends Session> sessions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Secrets secrets;

    @Autowired
    TestClock clock;

    People people;
    String email = People.newAddress();

    @BeforeEach
    void people() {
        people = new People(signUp, jdbc, secrets);
    }

    @Test
    void lookingAtAVerificationLinkChangesNothingAndPressingProvesTheAddress() {
        AccountId id = people.signedUp(email);
        LinkToken token = people.mailed("verify", id);
        assertThat(verifyEmail.isAlive(token)).isTrue();
        assertThat(accounts.find(id).orElseThrow().emailVerified()).isFalse();
        assertThat(verifyEmail.verify(token)).isEqualTo(new VerificationResult.Verified(id));
        assertThat(accounts.find(id).orElseThrow().emailVerified()).isTrue();
    }

    @Test
    void aVerificationLinkWorksOnce() {
        LinkToken token = people.mailed("verify", people.signedUp(email));
        verifyEmail.verify(token);
        assertThat(verifyEmail.isAlive(token)).isFalse();
        assertThat(verifyEmail.verify(token)).isEqualTo(new VerificationResult.DeadLink());
    }

    @Test
    void aVerificationLinkDiesAfterThreeDays() {
        AccountId id = people.signedUp(email);
        LinkToken token = people.mailed("verify", id);
        clock.advance(Duration.ofDays(3));
        assertThat(verifyEmail.isAlive(token)).isFalse();
        assertThat(verifyEmail.verify(token)).isEqualTo(new VerificationResult.DeadLink());
        assertThat(accounts.find(id).orElseThrow().emailVerified()).isFalse();
    }

    @Test
    void anUnknownLinkOrOneOfAnotherPurposeIsDead() {
        AccountId id = people.signedUp(email);
        LinkToken unknown = secrets.token("verify", Long.MAX_VALUE);
        assertThat(verifyEmail.verify(unknown)).isEqualTo(new VerificationResult.DeadLink());
        assertThat(resetPassword.reset(unknown, NEW_PASSWORD)).isEqualTo(new PasswordResetResult.DeadLink());
        assertThat(resetPassword.reset(people.mailed("verify", id), NEW_PASSWORD))
                .isEqualTo(new PasswordResetResult.DeadLink());
        LinkToken reset = asked(id);
        assertThat(verifyEmail.verify(reset)).isEqualTo(new VerificationResult.DeadLink());
        assertThat(resetPassword.isAlive(reset)).isTrue();
    }

    @Test
    void theVerificationMailComesAgainButNotEndlessly() {
        AccountId id = people.signedUp(email);
        assertThat(verifyEmail.sendAgain(id)).isEqualTo(new VerificationRequestResult.Requested());
        assertThat(people.links("verify", id)).isEqualTo(2);
        List<VerificationRequestResult> more =
                IntStream.range(0, 3).mapToObj(i -> verifyEmail.sendAgain(id)).toList();
        assertThat(more.getLast()).isInstanceOf(VerificationRequestResult.TooMany.class);
        clock.advance(Duration.ofHours(2));
        verifyEmail.sendAgain(id);
        verifyEmail.verify(people.mailed("verify", id));
        assertThat(verifyEmail.sendAgain(id)).isEqualTo(new VerificationRequestResult.AlreadyVerified());
    }

    @Test
    void askingForANewPasswordAnswersAlikeForEveryAddress() {
        AccountId id = people.signedUp(email);
        assertThat(requestReset.request(email)).isEqualTo(requestReset.request(People.newAddress()));
        await().until(() -> people.links("reset", id) == 1);
    }

    @Test
    void askingForANewPasswordIsSlowedDownForUnknownAddressesToo() {
        for (String address : List.of(email, People.newAddress())) {
            List<PasswordResetRequestResult> results = IntStream.range(0, 4)
                    .mapToObj(i -> requestReset.request(address))
                    .toList();
            assertThat(results.getFirst()).isEqualTo(new PasswordResetRequestResult.Requested());
            assertThat(results.getLast()).isInstanceOf(PasswordResetRequestResult.TooMany.class);
        }
    }

    @Test
    void aResetSetsThePasswordProvesTheAddressAndSignsOutEverywhere() {
        AccountId id = people.signedUp(email);
        String session = session(sessions, id);
        assertThat(resetPassword.reset(asked(id), NEW_PASSWORD)).isEqualTo(new PasswordResetResult.Changed(id));
        assertThat(People.canSignIn(signIn, email, NEW_PASSWORD)).isTrue();
        assertThat(People.canSignIn(signIn, email, People.PASSWORD)).isFalse();
        assertThat(accounts.find(id).orElseThrow().emailVerified()).isTrue();
        assertThat(sessions.findById(session)).isNull();
    }

    @Test
    void aResetTakesTheDoorFromWhoeverSetTheAccountUpBeforeItsOwner() {
        AccountId id = people.signedUp(email, false);
        link(id);
        resetPassword.reset(asked(id), NEW_PASSWORD);
        assertThat(identities(id)).isZero();

        link(id);
        resetPassword.reset(asked(id), "yet another phrase");
        assertThat(identities(id)).as("linked by the owner").isEqualTo(1);
    }

    private void link(AccountId id) {
        jdbc.sql("""
                        insert into external_identity (issuer, subject, account_id, linked_at)
                        values ('https://provider.example', :subject, :account, now())""")
                .param("subject", "somebody " + id.value())
                .param("account", id.value())
                .update();
    }

    private int identities(AccountId id) {
        return jdbc.sql("select count(*) from external_identity where account_id = :account")
                .param("account", id.value())
                .query(Integer.class)
                .single();
    }

    @Test
    void aResetLinkWorksOnceAndTakesTheOthersWithIt() {
        AccountId id = people.signedUp(email);
        LinkToken first = asked(id);
        LinkToken second = asked(id);
        assertThat(first).isNotEqualTo(second);
        resetPassword.reset(first, NEW_PASSWORD);
        for (LinkToken token : List.of(first, second)) {
            assertThat(resetPassword.isAlive(token)).isFalse();
            assertThat(resetPassword.reset(token, "yet another phrase")).isEqualTo(new PasswordResetResult.DeadLink());
        }
        assertThat(People.canSignIn(signIn, email, NEW_PASSWORD)).isTrue();
    }

    @Test
    void aResetLinkDiesAfterAnHour() {
        AccountId id = people.signedUp(email);
        LinkToken token = asked(id);
        clock.advance(Duration.ofMinutes(59));
        assertThat(resetPassword.isAlive(token)).isTrue();
        clock.advance(Duration.ofMinutes(1));
        assertThat(resetPassword.reset(token, NEW_PASSWORD)).isEqualTo(new PasswordResetResult.DeadLink());
    }

    @Test
    void aPoorPasswordDoesNotUseTheResetLinkUp() {
        AccountId id = people.signedUp(email);
        LinkToken token = asked(id);
        assertThat(resetPassword.reset(token, "password123")).isInstanceOf(PasswordResetResult.Invalid.class);
        assertThat(resetPassword.reset(token, email)).isInstanceOf(PasswordResetResult.Invalid.class);
        assertThat(resetPassword.reset(token, NEW_PASSWORD)).isInstanceOf(PasswordResetResult.Changed.class);
    }

    @Test
    void changingThePasswordAsksForTheCurrentOneAndKeepsOnlyThisSession() {
        AccountId id = people.signedUp(email);
        LinkToken reset = asked(id);
        String here = session(sessions, id);
        String elsewhere = session(sessions, id);
        assertThat(changePassword.change(id, "not the password", NEW_PASSWORD, here))
                .isEqualTo(new PasswordChangeResult.Invalid(
                        List.of(FormFault.of("currentPassword", "currentPassword.wrong"))));
        assertThat(changePassword.change(id, People.PASSWORD, NEW_PASSWORD, here))
                .isEqualTo(new PasswordChangeResult.Changed());
        assertThat(sessions.findById(here)).isNotNull();
        assertThat(sessions.findById(elsewhere)).isNull();
        assertThat(resetPassword.isAlive(reset)).isFalse();
        assertThat(People.canSignIn(signIn, email, NEW_PASSWORD)).isTrue();
    }

    @Test
    void guessingTheCurrentPasswordIsSlowedDown() {
        AccountId id = people.signedUp(email);
        List<PasswordChangeResult> results = IntStream.range(0, 6)
                .mapToObj(i -> changePassword.change(id, "not the password", NEW_PASSWORD, null))
                .toList();
        assertThat(results.getLast()).isInstanceOf(PasswordChangeResult.TooMany.class);
    }

    @Test
    void theMailRoomLearnsWhetherALinkIsStillWorthSending() {
        AccountId id = people.signedUp(email);
        long linkId = jdbc.sql("select max(link_id) from account_link where account_id = :id")
                .param("id", id.value())
                .query(Long.class)
                .single();
        assertThat(mailedLinks.byIds(List.of(linkId, Long.MAX_VALUE)).get(linkId))
                .satisfies(link -> assertThat(link.alive()).isTrue())
                .satisfies(link -> assertThat(link.account()).isEqualTo(id));
        verifyEmail.verify(people.mailed("verify", id));
        assertThat(mailedLinks.byIds(List.of(linkId)).values())
                .extracting(MailedLinks.MailedLink::alive)
                .containsExactly(false);
    }

    @Test
    void theTableHoldsNoTokenThatOpensALink() {
        AccountId id = people.signedUp(email);
        LinkToken token = asked(id);
        assertThat(jdbc.sql("select account_link::text from account_link")
                        .query(String.class)
                        .list())
                .noneMatch(row -> row.contains(token.reveal()));
    }

    private LinkToken asked(AccountId id) {
        int before = people.links("reset", id);
        requestReset.request(email);
        await().until(() -> people.links("reset", id) == before + 1);
        return people.mailed("reset", id);
    }

    private <S extends Session> String session(FindByIndexNameSessionRepository<S> repository, AccountId id) {
        MemberPrincipal principal = new MemberPrincipal(id, email);
        S session = repository.createSession();
        session.setAttribute(
                "SPRING_SECURITY_CONTEXT",
                new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(
                        principal, null, principal.getAuthorities())));
        repository.save(session);
        return session.getId();
    }
}
