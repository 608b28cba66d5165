package io.chodae.capture;

import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.capture.Standings.Listed;
import io.chodae.shared.CustomerId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The audit rows of user invitations, one for each of them. Beside our own words stand the event names that
 * administrators know from Google's admin log.
 */
@Component
class UserInvitationTrail {

    static final String SUBJECT = "user_invitation";

    private final AuditTrail audit;

    UserInvitationTrail(AuditTrail audit) {
        this.audit = audit;
    }

    /** @param before the rows as they were */
    void sent(CustomerId customer, List<Listed> before, Actor actor) {
        Map<Boolean, List<Listed>> first =
                before.stream().collect(Collectors.partitioningBy(row -> row.mailsSent() == 0));
        each(customer, "user_invitation.sent", "USER_INVITE", first.getOrDefault(true, List.of()), actor);
        each(customer, "user_invitation.sent_again", "RESEND_USER_INVITE", first.getOrDefault(false, List.of()), actor);
    }

    void canceled(CustomerId customer, List<Listed> rows, Actor actor) {
        each(customer, "user_invitation.canceled", "CANCEL_USER_INVITE", rows, actor);
    }

    /** @param addresses by the request's id */
    void followedUp(CustomerId customer, String kind, Map<Long, String> addresses) {
        String action = kind.equals(TransferMails.NOTICE) ? "user_invitation.last_notice" : "user_invitation.reminded";
        audit.recordEach(
                customer,
                Actor.system(),
                action,
                SUBJECT,
                addresses.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> Map.of("email", entry.getValue()))));
    }

    private void each(CustomerId customer, String action, String event, List<Listed> rows, Actor actor) {
        if (!rows.isEmpty()) {
            audit.recordEach(
                    customer,
                    actor,
                    action,
                    SUBJECT,
                    rows.stream()
                            .collect(
                                    Collectors.toMap(Listed::id, row -> Map.of("email", row.email(), "event", event))));
        }
    }
}
