package io.chodae.capture;

import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.capture.OpenedTransfer.Live;
import io.chodae.invitation.DeclineInvitation;
import io.chodae.shared.AccountId;
import io.chodae.shared.LinkToken;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says no: the account stays its person's own. The link is enough; nobody has to sign in for it. */
@Component
public class DeclineTransfer {

    private final JdbcClient jdbc;
    private final OpenTransfer open;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DeclineTransfer(
            JdbcClient jdbc, OpenTransfer open, AuditTrail audit, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.open = open;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Whether this call declined; false where the link was over.
     *
     * @param account the signed-in one, if any
     * @param reason for the administrators; plain text, cut at {@link DeclineInvitation#MAX_REASON}
     */
    @Transactional
    public boolean decline(LinkToken token, @Nullable AccountId account, @Nullable String reason) {
        if (!(open.byToken(token) instanceof Live live)) {
            return false;
        }
        Transfer transfer = live.transfer();
        int changed = jdbc.sql("""
                        update user_invitation
                        set state = 'DECLINED', decline_reason = :reason, ended_at = :now, updated_at = :now
                        where customer_id = :customer and link_hash = :hash and state = 'INVITED'
                        """)
                .param("reason", DeclineInvitation.kept(reason))
                .param("now", Timestamp.from(clock.instant()))
                .param("customer", transfer.customer().value())
                .param("hash", token.hash())
                .update();
        if (changed == 1) {
            audit.record(
                    transfer.customer(),
                    new Actor(account, transfer.email().value()),
                    "user_invitation.declined",
                    UserInvitationTrail.SUBJECT,
                    String.valueOf(transfer.userInvitationId()),
                    Map.of("email", transfer.email().value()));
            events.publishEvent(new UserInvitationDeclined(transfer));
        }
        return changed == 1;
    }
}
