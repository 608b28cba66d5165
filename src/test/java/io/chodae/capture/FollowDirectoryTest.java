package io.chodae.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.capture.Captures.Organisation;
import io.chodae.capture.OpenedTransfer.Ending;
import io.chodae.directory.Account;
import io.chodae.directory.AccountBatches;
import io.chodae.directory.NewAccount;
import io.chodae.shared.AccountId;
import io.chodae.shared.EmailAddress;
import io.chodae.shared.Language;
import io.chodae.shared.LinkToken;
import io.chodae.testing.TestTimers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@CaptureTest
class FollowDirectoryTest {

    @Autowired
    private Captures captures;

    @Autowired
    private UserInvitations invitations;

    @Autowired
    private TestTimers timers;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private AccountBatches batches;

    @Autowired
    private OpenTransfer open;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void anAccountOnAVerifiedDomainIsListedAtOnce() {
        Organisation hotel = captures.organisation();
        captures.person(hotel.at("Minji.Kim+desk"));
        captures.person(EmailAddress.of("someone@" + captures.freshDomain()));

        assertThat(captures.all(hotel)).singleElement().satisfies(one -> {
            assertThat(one.email().value()).isEqualTo("Minji.Kim+desk@" + hotel.domain());
            assertThat(one.state()).isEqualTo(UserInvitationState.NOT_YET_SENT);
            assertThat(one.mailsSent()).isZero();
        });
    }

    @Test
    void aFewAccountsOfANewDomainAreListedInItsTransactionAndTheOthersBehindIt() {
        Organisation hotel = captures.organisation();
        String domain = captures.freshDomain();
        captures.quietPeople(domain, 11);

        captures.verify(hotel.customer(), domain);
        assertThat(captures.all(hotel)).hasSize(2);

        timers.runDue();
        assertThat(captures.all(hotel)).hasSize(11);
    }

    @Test
    void whatIsFoundTwiceKeepsItsInvitation() {
        Organisation hotel = captures.organisation();
        String domain = captures.freshDomain();
        captures.quietPeople(domain, 5);
        captures.verify(hotel.customer(), domain);
        EmailAddress first = EmailAddress.of("p0000001@" + domain);
        captures.send(hotel, first);

        captures.verify(hotel.customer(), domain);
        timers.runDue();

        assertThat(captures.all(hotel)).hasSize(5);
        assertThat(invitations.find(hotel.customer(), first))
                .map(UserInvitation::state)
                .contains(UserInvitationState.INVITED);
    }

    @Test
    void anAccountThatNoListShowsYetCanBeFoundAndInvited() {
        Organisation hotel = captures.organisation();
        String domain = captures.freshDomain();
        captures.quietPeople(domain, 5);
        captures.verify(hotel.customer(), domain);
        EmailAddress last = EmailAddress.of("p0000005@" + domain);

        assertThat(captures.listed(hotel)).doesNotContain(last.value());
        assertThat(invitations.find(hotel.customer(), last)).isPresent();
        assertThat(captures.send(hotel, last)).isInstanceOf(UserInvitationResult.Done.class);
        assertThat(captures.listed(hotel)).contains(last.value());
    }

    @Test
    void whoMovesAwayLeavesTheListAndWhoMovesInJoinsIt() {
        Organisation hotel = captures.organisation();
        Organisation other = captures.organisation();
        Account person = captures.person(hotel.at("minji"));
        captures.send(hotel, hotel.at("minji"));

        captures.rename(person, other.at("minji"));

        assertThat(captures.listed(hotel)).isEmpty();
        assertThat(captures.all(other))
                .singleElement()
                .satisfies(one -> assertThat(one.state()).isEqualTo(UserInvitationState.NOT_YET_SENT));
    }

    @Test
    void aDeletedAccountLeavesTheList() {
        Organisation hotel = captures.organisation();
        captures.delete(captures.person(hotel.at("minji")));
        assertThat(captures.listed(hotel)).isEmpty();
    }

    @Test
    void aLostDomainTakesItsAccountsOffTheList() {
        Organisation hotel = captures.organisation();
        String domain = captures.freshDomain();
        captures.quietPeople(domain, 8);
        captures.verify(hotel.customer(), domain);
        timers.runDue();
        captures.person(hotel.at("stays"));

        captures.lose(hotel.customer(), domain);
        assertThat(captures.all(hotel)).hasSize(7);
        timers.runDue();

        assertThat(captures.listed(hotel)).containsExactly("stays@" + hotel.domain());
    }

    @Test
    void aDomainThatIsProvenAgainWhileItIsBeingTakenOffIsWholeInTheEnd() {
        Organisation hotel = captures.organisation();
        String domain = captures.freshDomain();
        captures.quietPeople(domain, 8);
        captures.verify(hotel.customer(), domain);
        captures.lose(hotel.customer(), domain);
        captures.verify(hotel.customer(), domain);
        timers.runDue();
        assertThat(captures.all(hotel)).hasSize(8);
    }

    /** The walk over the domain passes the account by, which nobody else sees yet; only its own transaction can list it. */
    @Test
    void anAccountWhoseTransactionIsOpenWhileItsDomainIsProvenAndFollowedIsListed() throws Exception {
        Organisation hotel = captures.organisation();
        String domain = captures.freshDomain();
        CountDownLatch created = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<?> creating = threads.submit(() -> transaction.executeWithoutResult(status -> {
                captures.person(EmailAddress.of("new@" + domain));
                created.countDown();
                await(goOn);
            }));
            created.await();
            Future<?> proving = threads.submit(() -> {
                captures.verify(hotel.customer(), domain);
                timers.runDue();
            });
            while (!proving.isDone() && !somebodyWaits()) {
                Thread.onSpinWait();
            }
            goOn.countDown();
            creating.get();
            proving.get();
        }
        assertThat(captures.listed(hotel)).containsExactly("new@" + domain);
    }

    @Test
    void tenThousandDomainsAppearInOneTransaction() {
        String file = captures.freshDomain();
        List<NewAccount> people = IntStream.range(0, 10_000)
                .mapToObj(i -> new NewAccount(EmailAddress.of("boss@d" + i + "." + file), "Boss", Language.EN, true))
                .toList();
        Map<String, AccountId> written = transaction.execute(status -> batches.create(people));
        assertThat(written).hasSize(10_000);
    }

    private boolean somebodyWaits() {
        return jdbc.sql("select exists (select 1 from pg_locks where locktype = 'advisory' and not granted)")
                .query(Boolean.class)
                .single();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What was mailed to the person before says that it is over, and the first mail to the new one is no second one. */
    @Test
    void aNewAccountAtAnOldAddressBeginsAnew() {
        Organisation hotel = captures.organisation();
        EmailAddress address = hotel.at("minji");
        Account old = captures.person(address);
        captures.send(hotel, address);
        LinkToken before = captures.link(hotel, old);
        captures.renameQuietly(old, EmailAddress.of("elsewhere@" + captures.freshDomain()));
        captures.person(address);

        assertThat(captures.all(hotel)).singleElement().satisfies(one -> {
            assertThat(one.state()).isEqualTo(UserInvitationState.NOT_YET_SENT);
            assertThat(one.mailsSent()).isZero();
        });
        assertThat(open.byToken(before)).isEqualTo(new OpenedTransfer.Over(Ending.GONE, null));
        captures.send(hotel, address);
        assertThat(captures.trail(hotel)).last().isEqualTo("user_invitation.sent USER_INVITE " + address.value());
    }

    @Test
    void anAliasDomainHasNoUnmanagedAccounts() {
        Organisation hotel = captures.organisation();
        String domain = captures.freshDomain();
        captures.claim(hotel.customer(), domain, "VERIFIED", "ALIAS");
        captures.person(EmailAddress.of("minji@" + domain));

        assertThat(captures.listed(hotel)).isEmpty();
        assertThat(invitations.isInvitable(hotel.customer(), EmailAddress.of("minji@" + domain)))
                .isFalse();
    }
}
