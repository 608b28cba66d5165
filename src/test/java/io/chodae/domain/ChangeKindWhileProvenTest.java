package io.chodae.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chodae.directory.DomainVerified;
import io.chodae.domain.Claimants.Claimant;
import io.chodae.testing.ChodaeTest;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A domain is made an alias at the very moment in which its proof is found. */
@ChodaeTest
@Import(Claimants.class)
class ChangeKindWhileProvenTest {

    @Autowired
    private Claimants claimants;

    @Autowired
    private ClaimDomain claim;

    @Autowired
    private ChangeDomainKind changeKind;

    @Autowired
    private DomainStore domains;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void whatTheProofPutOnTheListIsTakenOffAgain() throws Exception {
        Claimant house = claimants.open();
        claim.claim(house.customer(), Claimants.domain(), false, house.owner());
        String domain = Claimants.domain();
        claim.claim(house.customer(), domain, false, house.owner());
        CountDownLatch found = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<?> proving = threads.submit(() -> transaction.executeWithoutResult(status -> {
                domains.lockClaims(domain);
                found.countDown();
                await().until(this::somebodyWaitsForTheClaim);
                jdbc.sql(
                                "update customer_domain set state = 'VERIFIED' where customer_id = :customer and domain = :domain")
                        .param("customer", house.customer().value())
                        .param("domain", domain)
                        .update();
                events.publishEvent(new DomainVerified(house.customer(), domain));
            }));
            found.await();
            Future<DomainChange> changing =
                    threads.submit(() -> changeKind.change(house.customer(), domain, DomainKind.ALIAS, house.owner()));
            proving.get();
            assertThat(changing.get()).isEqualTo(DomainChange.DONE);
        }
        String customer = String.valueOf(house.customer().value());
        assertThat(claimants.said(domain)).containsExactly("+ " + customer, "- " + customer);
    }

    private boolean somebodyWaitsForTheClaim() {
        return jdbc.sql("""
                        select exists (select 1 from pg_stat_activity
                                        where datname = current_database() and wait_event_type = 'Lock'
                                          and query like '%from customer_domain where domain%for update%')
                        """).query(Boolean.class).single();
    }
}
