package io.chodae.invitation;

import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.shared.CustomerId;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The people who asked for a new link and have no answer yet. Sending again is one; setting aside is the other. */
@Component
public class LinkRequests {

    /** Whoever has answered, was cancelled or has been invited anew since waits no longer. */
    private static final String WAITING = """
            i.customer_id = :customer and i.link_asked_at is not null
            and i.state in ('INVITED', 'EXPIRED', 'DECLINED')
            and not exists (select 1 from invitation n
                            where n.customer_id = i.customer_id and n.email_key = i.email_key
                              and n.invitation_id > i.invitation_id and n.state in ('INVITED', 'ACCEPTED'))
            """;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final AuditTrail audit;

    LinkRequests(JdbcClient jdbc, Clock clock, AuditTrail audit) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.audit = audit;
    }

    /** How many wait. */
    public int count(CustomerId customer) {
        return jdbc.sql("select count(*) from invitation i where " + WAITING)
                .param("customer", customer.value())
                .query(Integer.class)
                .single();
    }

    /** Those who have waited longest, at most {@code limit}. */
    public List<LinkRequest> longest(CustomerId customer, int limit) {
        return jdbc.sql("select i.link_asked_at, " + InvitationRows.COLUMNS + " from invitation i where " + WAITING
                        + """
                        order by i.link_asked_at, i.invitation_id
                        limit :limit
                        """)
                .param("customer", customer.value())
                .param("limit", limit)
                .param("now", Timestamp.from(clock.instant()))
                .query((row, number) -> new LinkRequest(
                        InvitationRows.read(row, number),
                        row.getTimestamp("link_asked_at").toInstant()))
                .list();
    }

    /** Takes it from the list without sending anything; false where nobody waits. */
    @Transactional
    public boolean setAside(InvitationId id, Actor actor) {
        int changed = jdbc.sql("""
                        update invitation set link_asked_at = null, updated_at = :now
                        where customer_id = :customer and invitation_id = :id and link_asked_at is not null
                        """)
                .param("customer", id.customer().value())
                .param("id", id.value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        if (changed == 1) {
            audit.record(
                    id.customer(),
                    actor,
                    "invitation.link_request_set_aside",
                    "invitation",
                    String.valueOf(id.value()),
                    Map.of());
        }
        return changed == 1;
    }
}
