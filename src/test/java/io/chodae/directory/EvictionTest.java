package io.chodae.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.audit.Actor;
import io.chodae.identity.Operators;
import io.chodae.identity.Role;
import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import io.chodae.shared.Language;
import io.chodae.shared.Slice;
import io.chodae.testing.ChodaeTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who would lose an address, who would not and why, and that the act keeps to what the dry run said. */
@ChodaeTest
class EvictionTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Actor ADMIN = Actor.system();

    @Autowired
    Customers customers;

    @Autowired
    Accounts accounts;

    @Autowired
    Operators operators;

    @Autowired
    EvictAccount evict;

    @Autowired
    DryRunEviction dryRun;

    @Autowired
    EvictionExceptions exceptions;

    @Autowired
    JdbcClient jdbc;

    private CustomerId customer;
    private String domain;

    @BeforeEach
    void aCustomerWithADomain() {
        customer = customers.create("하늘기획").id();
        domain = "evict" + NUMBER.incrementAndGet() + ".example";
        holds(domain, "PRIMARY");
    }

    @Test
    void eachAddressHasItsReasonAndTheActGivesTheSame() {
        account("hit@" + domain);
        account("kept@" + domain);
        exceptions.add(customer, List.of(address("kept@" + domain)), "인사팀", ADMIN);
        AccountId colleague = account("desk@" + domain);
        operators.grant(customers.create("한빛호텔").id(), colleague, Role.VIEWER);
        managed(account("managed@" + domain));
        account("far@elsewhere-" + domain);
        holds("alias-" + domain, "ALIAS");
        account("alias@alias-" + domain);
        List<EmailAddress> asked = List.of(
                address("HIT@" + domain),
                address("nobody@" + domain),
                address("kept@" + domain),
                address("desk@" + domain),
                address("managed@" + domain),
                address("far@elsewhere-" + domain),
                address("alias@alias-" + domain));
        List<Optional<EvictionRefusal>> reasons = List.of(
                Optional.empty(),
                Optional.of(EvictionRefusal.NO_ACCOUNT),
                Optional.of(EvictionRefusal.EXEMPT),
                Optional.of(EvictionRefusal.OPERATOR),
                Optional.of(EvictionRefusal.MANAGED),
                Optional.of(EvictionRefusal.FOREIGN_DOMAIN),
                Optional.of(EvictionRefusal.FOREIGN_DOMAIN));
        assertThat(dryRun.of(customer, asked).values())
                .extracting(verdict -> Optional.ofNullable(verdict.refusal()))
                .containsExactlyElementsOf(reasons);
        assertThat(dryRun.of(customer, asked).keySet())
                .containsExactlyElementsOf(asked.stream().map(EmailAddress::key).toList());
        for (int i = 0; i < asked.size(); i++) {
            EvictionResult result = evict.evict(customer, asked.get(i), ADMIN);
            Optional<EvictionRefusal> reason = reasons.get(i);
            if (reason.isPresent()) {
                assertThat(result).isEqualTo(new EvictionResult.Refused(reason.get()));
                assertThat(accounts.findEvictedFrom(asked.get(i))).isEmpty();
            } else {
                assertThat(result).isInstanceOf(EvictionResult.Evicted.class);
                assertThat(accounts.findByEmail(asked.get(i))).isEmpty();
            }
        }
    }

    @Test
    void theDryRunWalksAllUnmanagedAccountsOfAllDomainsOnceAndInOrder() {
        holds("second-" + domain, "SECONDARY");
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            expected.add("p" + i + "@" + domain);
            expected.add("p" + i + "@second-" + domain);
        }
        expected.forEach(this::account);
        managed(account("p9@" + domain));
        List<String> seen = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            Slice<EvictionVerdict> page = dryRun.page(customer, after, 3);
            page.items().forEach(verdict -> seen.add(verdict.email().value()));
            after = page.next();
        } while (after.isPresent());
        assertThat(seen).containsExactlyInAnyOrderElementsOf(expected).isSorted();
    }

    @Test
    void whoHasLostAnAddressKeepsEverythingElse() {
        AccountId id = account("all@" + domain);
        evict.evict(customer, address("all@" + domain), ADMIN);
        assertThat(accounts.find(id)).hasValueSatisfying(account -> {
            assertThat(account.email().value()).isEqualTo("all%" + domain + "@moved.invalid");
            assertThat(account.reachedAt().value()).isEqualTo("all@" + domain);
            assertThat(account.disabled()).isFalse();
            assertThat(account.emailVerified()).isTrue();
            assertThat(account.name()).isEqualTo("김민지");
        });
    }

    @Test
    void anAddressMayBeTakenBackAgainFromTheNextAccountThatGetsIt() {
        AccountId first = account("again@" + domain);
        evict.evict(customer, address("again@" + domain), ADMIN);
        AccountId second = account("again@" + domain);
        assertThat(evict.evict(customer, address("again@" + domain), ADMIN)).isInstanceOf(EvictionResult.Evicted.class);
        assertThat(temporary(first)).isNotEqualTo(temporary(second));
        assertThat(temporary(second)).startsWith("again%").endsWith("@moved.invalid");
    }

    @Test
    void anAddressThatIsLongerThanAnyTemporaryOneStillGetsOne() {
        String longest = "a".repeat(60) + "@" + domain;
        AccountId id = account(longest);
        assertThat(evict.evict(customer, address(longest), ADMIN)).isInstanceOf(EvictionResult.Evicted.class);
        assertThat(EmailAddress.parse(temporary(id))).isPresent();
        AccountId korean = account("김민지@" + domain);
        evict.evict(customer, address("김민지@" + domain), ADMIN);
        assertThat(EmailAddress.parse(temporary(korean))).isPresent();
    }

    @Test
    void anotherCustomerTakesNothingBack() {
        account("mine@" + domain);
        CustomerId stranger = customers.create("한빛호텔").id();
        assertThat(evict.evict(stranger, address("mine@" + domain), ADMIN))
                .isEqualTo(new EvictionResult.Refused(EvictionRefusal.FOREIGN_DOMAIN));
        assertThat(dryRun.page(stranger, Optional.empty(), 10).items()).isEmpty();
    }

    @Test
    void theExceptionListIsEachCustomersOwn() {
        CustomerId stranger = customers.create("한빛호텔").id();
        List<EmailAddress> both = List.of(address("a@" + domain), address("b@" + domain));
        assertThat(exceptions.add(customer, both, "", ADMIN)).isEqualTo(2);
        assertThat(exceptions.add(customer, both, "", ADMIN)).isZero();
        assertThat(exceptions.page(stranger, Optional.empty(), 10).items()).isEmpty();
        assertThat(exceptions.remove(stranger, both.getFirst(), ADMIN)).isFalse();
        Slice<KeptAddress> first = exceptions.page(customer, Optional.empty(), 1);
        assertThat(first.items()).extracting(kept -> kept.email().key()).containsExactly("a@" + domain);
        assertThat(exceptions.page(customer, first.next(), 1).items())
                .extracting(kept -> kept.email().key())
                .containsExactly("b@" + domain);
        assertThat(exceptions.remove(customer, both.getFirst(), ADMIN)).isTrue();
        assertThat(exceptions.remove(customer, both.getFirst(), ADMIN)).isFalse();
    }

    private AccountId account(String address) {
        return accounts.create(address(address), "김민지", Language.KO, true)
                .orElseThrow()
                .id();
    }

    private void managed(AccountId account) {
        jdbc.sql("update account set managed_by = :by, managed_since = created_at where account_id = :id")
                .param("by", customer.value())
                .param("id", account.value())
                .update();
    }

    private void holds(String name, String kind) {
        jdbc.sql("""
                        insert into customer_domain (customer_id, domain, kind, state, proof_token, created_at)
                        values (:customer, :domain, :kind, 'VERIFIED', 'proof', now())
                        """)
                .param("customer", customer.value())
                .param("domain", name)
                .param("kind", kind)
                .update();
    }

    private String temporary(AccountId account) {
        return accounts.find(account).orElseThrow().email().value();
    }

    private static EmailAddress address(String text) {
        return EmailAddress.of(text);
    }
}
