package io.chodae.identity.provider;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Codes and refresh tokens that were used already. Each is good for once: whichever of two requests writes it down first
 * goes on, and a second one shows that somebody else has it too (RFC 9700, 4.14.2). They are known as long as their
 * authorization lives, however late they come again, and go with it.
 */
@Component
class SpentTokens {

    private final JdbcClient jdbc;
    private final Clock clock;

    SpentTokens(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Uses it up, and does what it is used for in the same transaction.
     *
     * @return whether this was the first time and its authorization was there; else that is gone now
     */
    @Transactional
    public boolean spend(String hash, String authorizationId, Runnable use) {
        int first = jdbc.sql("""
                        insert into spent_token (token_hash, authorization_id, spent_at)
                        select :hash, a.id, :now from oauth2_authorization a where a.id = :authorization
                        for no key update
                        on conflict (token_hash) do nothing
                        """)
                .param("hash", hash)
                .param("authorization", authorizationId)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        if (first == 1) {
            use.run();
        } else {
            end(authorizationId);
        }
        return first == 1;
    }

    /** Ends the authorization that a used token belonged to; nothing where it is not known as one. */
    @Transactional
    public void comesAgain(String hash) {
        Optional<String> authorization = jdbc.sql("select authorization_id from spent_token where token_hash = :hash")
                .param("hash", hash)
                .query(String.class)
                .optional();
        authorization.ifPresent(this::end);
    }

    private void end(String authorizationId) {
        jdbc.sql("delete from oauth2_authorization where id = :id")
                .param("id", authorizationId)
                .update();
    }
}
