package io.chodae.capture;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Forgets whom an old job was about. That it was, and how many became what, stays; each act is in the audit trail. */
@Component
class ForgetTransferPeople {

    private static final Duration KEPT = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final Clock clock;

    ForgetTransferPeople(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Of every customer's jobs; to be called as often as one likes. */
    @Transactional
    public void forget() {
        jdbc.sql("""
                        delete from transfer_job_person p
                        using transfer_job j
                        where p.customer_id = j.customer_id and p.job_id = j.job_id and j.finished_at < :before
                        """)
                .param("before", Timestamp.from(clock.instant().minus(KEPT)))
                .update();
    }
}
