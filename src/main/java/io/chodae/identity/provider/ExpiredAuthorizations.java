package io.chodae.identity.provider;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Forgets authorizations of which nothing is valid any more, and with each the tokens that it used up. They go by the
 * machine's time as Spring Authorization Server does, and stay another day, so that a replayed code is still recognised.
 */
@Component
class ExpiredAuthorizations {

    private static final Duration KEPT = Duration.ofDays(1);

    private final JdbcClient jdbc;

    ExpiredAuthorizations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1H")
    void forget() {
        Timestamp before = Timestamp.from(InstantSource.system().instant().minus(KEPT));
        jdbc.sql("""
                        delete from oauth2_authorization
                         where greatest(authorization_code_expires_at, access_token_expires_at,
                                        refresh_token_expires_at) < :before
                        """).param("before", before).update();
        jdbc.sql("delete from oauth2_authorization where state is not null and made_at < :before")
                .param("before", before)
                .update();
    }
}
