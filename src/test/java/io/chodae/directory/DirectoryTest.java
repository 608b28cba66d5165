package io.chodae.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import io.chodae.shared.Language;
import io.chodae.testing.TestClock;
import io.chodae.testing.TestDatabase;
import java.net.IDN;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class DirectoryTest {

    private static final DataSource DATABASE = TestDatabase.fresh();

    private final TestClock clock = new TestClock();
    private final JdbcClient jdbc = JdbcClient.create(DATABASE);
    private final Customers customers = new Customers(jdbc, clock);
    private final Accounts accounts = new Accounts(jdbc, clock, event -> {});

    @Test
    void theHouseIsCustomerZero() {
        assertThat(customers.find(CustomerId.HOUSE)).map(Customer::externalId).contains("C00000000");
    }

    @Test
    void aCustomerIsFoundByItsIdsAndByNothingElse() {
        Customer made = customers.create("한빛호텔");
        assertThat(made.externalId()).matches("C[0-9a-z]{8}");
        assertThat(customers.find(made.id())).contains(made);
        assertThat(customers.findByExternalId(made.externalId())).contains(made);
        assertThat(customers.findByExternalId("Cxxxxxxxx")).isEmpty();
        assertThat(customers.find(new CustomerId(Long.MAX_VALUE))).isEmpty();
        assertThat(customers.create("한빛호텔").externalId()).isNotEqualTo(made.externalId());
    }

    @Test
    void anAddressHasOneAccountByItsKey() {
        EmailAddress asWritten = EmailAddress.of("Ada.Kim@하나.한국");
        Account made = accounts.create(asWritten, "Ada", Language.KO, false).orElseThrow();
        assertThat(accounts.create(EmailAddress.of("ada.kim@" + IDN.toASCII("하나.한국")), "Other", Language.EN, true))
                .isEqualTo(Optional.empty());
        assertThat(accounts.findByEmail(EmailAddress.of("ADA.KIM@하나.한국"))).contains(made);
        assertThat(made.email().value()).isEqualTo("Ada.Kim@하나.한국");
        assertThat(accounts.create(EmailAddress.of("adakim@하나.한국"), "Ada", Language.KO, false))
                .isPresent();
    }

    @Test
    void theFirstProofOfAnAddressIsTheOneThatCounts() {
        AccountId id = accounts.create(EmailAddress.of("proof@x.example"), "P", Language.EN, false)
                .orElseThrow()
                .id();
        accounts.markVerified(id);
        clock.advance(Duration.ofDays(1));
        accounts.markVerified(id);
        assertThat(accounts.find(id)).map(Account::emailVerified).contains(true);
        assertThat(jdbc.sql("select email_verified_at from account where account_id = :id")
                        .param("id", id.value())
                        .query(java.sql.Timestamp.class)
                        .single()
                        .toInstant())
                .isEqualTo(TestClock.START);
    }

    @Test
    void aPersonChangesNameAndLanguage() {
        AccountId id = accounts.create(EmailAddress.of("change@x.example"), "A", Language.EN, false)
                .orElseThrow()
                .id();
        accounts.update(id, "김민지", Language.KO);
        assertThat(accounts.find(id)).hasValueSatisfying(account -> {
            assertThat(account.name()).isEqualTo("김민지");
            assertThat(account.language()).isEqualTo(Language.KO);
        });
    }
}
