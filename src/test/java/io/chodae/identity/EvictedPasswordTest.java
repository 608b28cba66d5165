package io.chodae.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.directory.Account;
import io.chodae.directory.Accounts;
import io.chodae.directory.Customers;
import io.chodae.directory.EvictAccount;
import io.chodae.directory.EvictionResult;
import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import io.chodae.shared.Secrets;
import io.chodae.testing.ChodaeTest;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever reads the mailbox that was taken back gets nowhere by it. */
@ChodaeTest
class EvictedPasswordTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Autowired
    private Customers customers;

    @Autowired
    private Accounts accounts;

    @Autowired
    private EvictAccount evict;

    @Autowired
    private SignUp signUp;

    @Autowired
    private Throttle throttle;

    @Autowired
    private AccountLinkStore links;

    @Autowired
    private ResetPassword resetPassword;

    @Autowired
    private RequestAddressChange requestChange;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private AuditTrail audit;

    @Autowired
    private Secrets secrets;

    @Autowired
    private JdbcClient jdbc;

    private People people;
    private RequestPasswordReset requestReset;
    private String email;
    private AccountId jo;

    @BeforeEach
    void anAddressThatWasTakenBack() {
        people = new People(signUp, jdbc, secrets);
        AfterAnswer atOnce = new AfterAnswer() {
            @Override
            void run(Runnable work) {
                work.run();
            }
        };
        requestReset = new RequestPasswordReset(throttle, atOnce, transaction, accounts, links, events, audit);
        String domain = "lost" + NUMBER.incrementAndGet() + ".example";
        CustomerId organisation = customers.create("한빛호텔").id();
        jdbc.sql("""
                        insert into customer_domain (customer_id, domain, kind, state, proof_token, created_at)
                        values (:customer, :domain, 'PRIMARY', 'VERIFIED', 'proof', now())
                        """)
                .param("customer", organisation.value())
                .param("domain", domain)
                .update();
        email = "jo@" + domain;
        jo = people.signedUp(email, true);
        requestReset.request(email);
        assertThat(people.links("reset", jo)).isOne();
        assertThat(evict.evict(organisation, EmailAddress.of(email), Actor.system()))
                .isInstanceOf(EvictionResult.Evicted.class);
    }

    @Test
    void noLinkForANewPasswordGoesThere() {
        String temporary = account().email().value();
        requestReset.request(email);
        requestReset.request(temporary);
        assertThat(people.links("reset", jo)).isOne();
        assertThat(resetPassword.isAlive(people.mailed("reset", jo))).isFalse();
    }

    @Test
    void aLinkThatWasMadeAtThatVeryMomentSetsNone() {
        transaction.executeWithoutResult(status -> links.issue(LinkPurpose.RESET, jo));
        assertThat(resetPassword.reset(people.mailed("reset", jo), "violet9anchor2meadow"))
                .isInstanceOf(PasswordResetResult.DeadLink.class);
    }

    @Test
    void anotherAddressIsChosenByWhoKnowsThePassword() {
        String next = People.newAddress();
        assertThat(requestChange.request(account(), next, "a guess"))
                .isInstanceOf(AddressChangeRequestResult.Invalid.class);
        assertThat(requestChange.request(account(), next, People.PASSWORD))
                .isInstanceOf(AddressChangeRequestResult.Requested.class);
    }

    private Account account() {
        return accounts.find(jo).orElseThrow();
    }
}
