package io.chodae.invitation;

import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.shared.AccountId;
import io.chodae.shared.LinkToken;
import io.chodae.shared.PlainText;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says no. The link is enough: who wants nothing needs no account for it. */
@Component
public class DeclineInvitation {

    /** Longest reason that is kept, in characters. */
    public static final int MAX_REASON = 400;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ExplainRefusal explain;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    DeclineInvitation(
            JdbcClient jdbc, Clock clock, ExplainRefusal explain, AuditTrail audit, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.explain = explain;
        this.audit = audit;
        this.events = events;
    }

    /**
     * Declines.
     *
     * @param account the signed-in one, if any
     * @param reason for the inviter; kept as plain text, cut at {@link #MAX_REASON}
     */
    @Transactional
    public DeclineResult decline(LinkToken token, @Nullable AccountId account, @Nullable String reason) {
        Optional<Invitation> declined = jdbc.sql("""
                        update invitation i
                        set state = 'DECLINED', decline_reason = :reason, ended_at = :now, updated_at = :now,
                            went_on_at = coalesce(i.went_on_at, :now)
                        where i.link_hash = :hash and i.state = 'INVITED' and i.expires_at > :now
                        returning
                        """ + InvitationRows.COLUMNS)
                .param("hash", token.hash())
                .param("reason", kept(reason))
                .param("now", Timestamp.from(clock.instant()))
                .query(InvitationRows::read)
                .optional();
        if (declined.isEmpty()) {
            return new DeclineResult.Refused(explain.refusal(token, account));
        }
        Invitation invitation = declined.get();
        Actor actor = new Actor(account, invitation.email().value());
        audit.record(
                invitation.id().customer(),
                actor,
                "invitation.declined",
                "invitation",
                String.valueOf(invitation.id().value()),
                Map.of("email", invitation.email().value()));
        events.publishEvent(new InvitationDeclined(invitation));
        return new DeclineResult.Declined(invitation);
    }

    /** What is kept of a reason: plain text of {@link #MAX_REASON} characters at most; null for none. */
    public static @Nullable String kept(@Nullable String reason) {
        String lines = reason == null ? "" : PlainText.lines(reason);
        if (lines.isEmpty()) {
            return null;
        }
        return PlainText.length(lines) <= MAX_REASON
                ? lines
                : lines.substring(0, lines.offsetByCodePoints(0, MAX_REASON));
    }
}
