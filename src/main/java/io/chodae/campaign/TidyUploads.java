package io.chodae.campaign;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Throws away the files of drafts that were sent, and what a dead server had stored by half; of all customers. */
@Component
class TidyUploads {

    private static final Duration LONGEST_UPLOAD = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    TidyUploads(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void tidy() {
        jdbc.sql("""
                        delete from roster_upload u
                        using draft d
                        where d.customer_id = u.customer_id and d.draft_id = u.draft_id
                            and (d.state = 'SENT' or (u.state = 'STORING' and u.created_at < :before))""")
                .param("before", Timestamp.from(clock.instant().minus(LONGEST_UPLOAD)))
                .update();
    }
}
