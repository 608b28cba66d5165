package io.chodae.invitation;

import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.shared.CustomerId;
import io.chodae.shared.LinkToken;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets whoever holds a link that is over tell the operators so: the time ran out, it was declined by mistake, or the
 * newer mail is not to be found. An invitation that was taken back on purpose, or accepted, asks for nothing.
 */
@Component
public class AskForNewLink {

    /** Asking again sooner changes nothing. */
    static final Duration PAUSE = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    AskForNewLink(JdbcClient jdbc, Clock clock, AuditTrail audit, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.audit = audit;
        this.events = events;
    }

    private record Asked(InvitationId id, String email) {}

    /** Asks once a day at most; what the caller may tell its visitor is the same whether anything was asked or not. */
    @Transactional
    public void ask(LinkToken token) {
        Instant now = clock.instant();
        Optional<Asked> asked = jdbc.sql("""
                        with held as (
                            select i.customer_id, i.invitation_id, i.email_key, i.withdrawn = 'SUPERSEDED' as superseded,
                                   false as retired
                            from invitation i where i.link_hash = :hash
                            union all
                            select i.customer_id, i.invitation_id, i.email_key, i.withdrawn = 'SUPERSEDED', true
                            from retired_link r join invitation i using (customer_id, invitation_id)
                            where r.link_hash = :hash),
                        meant as (
                            select h.customer_id, coalesce(newer.invitation_id, h.invitation_id) as invitation_id,
                                   h.retired or newer.invitation_id is not null as replaced
                            from held h
                            left join lateral (select n.invitation_id from invitation n
                                               where h.superseded and n.customer_id = h.customer_id
                                                 and n.email_key = h.email_key and n.invitation_id > h.invitation_id
                                                 and n.state <> 'NOT_YET_SENT'
                                               order by n.invitation_id desc
                                               limit 1) as newer on true)
                        update invitation i
                        set link_asked_at = :now, link_asked_last = :now, updated_at = :now
                        from meant
                        where i.customer_id = meant.customer_id and i.invitation_id = meant.invitation_id
                          and (i.state in ('EXPIRED', 'DECLINED')
                               or i.state = 'INVITED' and (i.expires_at <= :now or meant.replaced))
                          and (i.link_asked_last is null or i.link_asked_last <= :before)
                        returning i.customer_id, i.invitation_id, i.email
                        """)
                .param("hash", token.hash())
                .param("now", Timestamp.from(now))
                .param("before", Timestamp.from(now.minus(PAUSE)))
                .query((row, number) -> new Asked(
                        new InvitationId(new CustomerId(row.getLong("customer_id")), row.getLong("invitation_id")),
                        row.getString("email")))
                .optional();
        asked.ifPresent(one -> {
            audit.record(
                    one.id().customer(),
                    new Actor(null, one.email()),
                    "invitation.link_asked",
                    "invitation",
                    String.valueOf(one.id().value()),
                    Map.of("email", one.email()));
            events.publishEvent(new NewLinkAsked(one.id()));
        });
    }
}
