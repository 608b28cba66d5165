package io.chodae.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.audit.Actor;
import io.chodae.directory.Account;
import io.chodae.directory.Accounts;
import io.chodae.directory.Customer;
import io.chodae.directory.Customers;
import io.chodae.directory.EvictAccount;
import io.chodae.directory.EvictionResult;
import io.chodae.domain.DomainNews;
import io.chodae.domain.DomainNoticeWritten;
import io.chodae.identity.Operators;
import io.chodae.identity.Role;
import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import io.chodae.shared.Language;
import io.chodae.testing.ChodaeTest;
import io.chodae.testing.TestMailbox;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What a person must learn reaches whoever wants no mail of the organisation, or whose address bounced one of it. */
@ChodaeTest
class MailsThatMustArriveTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Autowired
    private Customers customers;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Operators operators;

    @Autowired
    private EvictAccount evict;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private TestMailbox mailbox;

    @Autowired
    private JdbcClient jdbc;

    private Customer organisation;
    private String domain;
    private Account person;

    @BeforeEach
    void somebodyWhoWantsNoMailOfTheOrganisation() {
        organisation = customers.create("하늘기획");
        domain = "must" + NUMBER.incrementAndGet() + ".example";
        person = accounts.create(EmailAddress.of("jo@" + domain), "Jo", Language.EN, true)
                .orElseThrow();
        jdbc.sql("""
                        insert into suppression (customer_id, email_key, email, reason, at)
                        values (:customer, :email, :email, 'OPTED_OUT', now())
                        """)
                .param("customer", organisation.id().value())
                .param("email", person.email().value())
                .update();
    }

    @Test
    void whoLosesAnAddressHearsOfItAndByWhom() throws Exception {
        jdbc.sql("""
                        insert into customer_domain (customer_id, domain, kind, state, proof_token, created_at)
                        values (:customer, :domain, 'PRIMARY', 'VERIFIED', 'proof', now())
                        """)
                .param("customer", organisation.id().value())
                .param("domain", domain)
                .update();
        assertThat(evict.evict(organisation.id(), person.email(), Actor.system()))
                .isInstanceOf(EvictionResult.Evicted.class);
        assertThat(ReadMail.of(mailbox.await(person.email().value()).data()).text())
                .contains("하늘기획");
    }

    @Test
    void anAdministratorHearsOfTheOrganisationsDomain() throws Exception {
        operators.grant(organisation.id(), person.id(), Role.OWNER);
        tell(organisation.id());
        CustomerId other = customers.create("한빛호텔").id();
        operators.grant(other, person.id(), Role.OPERATOR);
        tell(other);
        assertThat(ReadMail.of(mailbox.await(person.email().value(), 1).data()).text())
                .contains("하늘기획", domain);
        assertThat(ReadMail.of(mailbox.await(person.email().value(), 2).data()).text())
                .contains("한빛호텔", domain);
    }

    private void tell(CustomerId customer) {
        transaction.executeWithoutResult(status -> {
            long notice = jdbc.sql("""
                            insert into domain_notice (customer_id, domain, news, at, until)
                            values (:customer, :domain, 'FAILING', now(), now())
                            returning notice_id
                            """)
                    .param("customer", customer.value())
                    .param("domain", domain)
                    .query(Long.class)
                    .single();
            events.publishEvent(new DomainNoticeWritten(customer, notice, DomainNews.FAILING));
        });
    }
}
