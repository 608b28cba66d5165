package io.chodae.invitation;

import io.chodae.shared.LinkToken;
import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Notes that somebody went on from an invitation's page. Only what a person does counts: mail scanners open links, some
 * with a whole browser, but press no buttons. It is no part of the lifecycle and is kept once, whatever comes after.
 */
@Component
public class NoteWentOn {

    private final JdbcClient jdbc;
    private final Clock clock;

    NoteWentOn(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Does nothing for a link that is not alive, and at every time but the first. */
    @Transactional
    public void note(LinkToken token) {
        jdbc.sql("""
                        update invitation i set went_on_at = :now
                        where i.link_hash = :hash and i.state = 'INVITED' and i.expires_at > :now
                          and i.went_on_at is null
                        """)
                .param("hash", token.hash())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}
