package io.chodae.invitation;

import io.chodae.shared.LinkToken;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the invitation that a link belongs to. Reads only, whoever asks and however often. */
@Component
public class OpenInvitation {

    private final JdbcClient jdbc;
    private final Clock clock;

    OpenInvitation(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A found link and what it stands for.
     *
     * @param current false where a later mail replaced this link
     */
    public record Opened(Invitation invitation, boolean current) {}

    /** The invitation of a link, dead or alive; empty where no link of ours has this token. */
    public Optional<Opened> byToken(LinkToken token) {
        return jdbc.sql("select " + InvitationRows.COLUMNS + """
                        , i.link_hash = :hash as current_link
                        from invitation i
                        where i.link_hash = :hash
                           or (i.customer_id, i.invitation_id) = (select r.customer_id, r.invitation_id
                                                                  from retired_link r where r.link_hash = :hash)
                        """)
                .param("hash", token.hash())
                .param("now", Timestamp.from(clock.instant()))
                .query((row, number) -> new Opened(InvitationRows.read(row, number), row.getBoolean("current_link")))
                .optional();
    }
}
