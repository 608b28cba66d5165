package io.chodae.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.capture.Captures.Organisation;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@CaptureTest
class TransferClockStoreTest {

    @Autowired
    private Captures captures;

    @Autowired
    private Clock clock;

    @Autowired
    private JdbcClient jdbc;

    /** Ten thousand requests, one of which is due: it is found by its time and the others are not read. */
    @Test
    void whoIsNotDueIsNotLookedAt() {
        Organisation hotel = captures.organisation();
        captures.quietPeople(hotel.domain(), 10_000);
        jdbc.sql("""
                        insert into user_invitation (customer_id, email_key, account_id, email, state, updated_at, next_due_at)
                        select :customer, email_key, account_id, email, 'INVITED', :now,
                               cast(:now as timestamptz) + make_interval(days => case when email_key like 'p0000001@%' then -1 else 9 end)
                          from account where domain = :domain
                        """)
                .param("customer", hotel.customer().value())
                .param("domain", hotel.domain())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        jdbc.sql("analyze user_invitation").update();
        List<String> plan = jdbc.sql("explain (analyze, timing off, costs off) " + TransferClockStore.DUE)
                .param("customer", hotel.customer().value())
                .param("shown", Timestamp.from(clock.instant().plus(Duration.ofMinutes(1))))
                .param("limit", 1_000)
                .query((row, number) -> row.getString(1))
                .list();
        assertThat(plan)
                .anySatisfy(
                        line -> assertThat(line).contains("user_invitation_due").contains("rows=1"))
                .noneSatisfy(line -> assertThat(line).contains("Seq Scan on user_invitation"));
    }
}
