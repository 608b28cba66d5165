package io.chodae.capture;

import io.chodae.audit.Actor;
import io.chodae.capture.Standings.Listed;
import io.chodae.capture.Standings.Standing;
import io.chodae.capture.UserInvitationResult.Done;
import io.chodae.capture.UserInvitationResult.Refused;
import io.chodae.invitation.InvitationState.Step;
import io.chodae.invitation.SendingTurn;
import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes invitations back: their links are dead at once, and no mail says so. What was sent stays counted. */
@Component
public class CancelUserInvitations {

    private final SendingTurn turn;
    private final JdbcClient jdbc;
    private final Standings standings;
    private final UserInvitationTrail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CancelUserInvitations(
            SendingTurn turn,
            JdbcClient jdbc,
            Standings standings,
            UserInvitationTrail trail,
            ApplicationEventPublisher events,
            Clock clock) {
        this.turn = turn;
        this.jdbc = jdbc;
        this.standings = standings;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Takes back what is out.
     *
     * @param emails a thousand at most
     * @return what became of each, by the key of the address
     */
    @Transactional
    public Map<String, UserInvitationResult> cancel(CustomerId customer, List<EmailAddress> emails, Actor actor) {
        Set<String> keys = Addresses.keys(emails);
        Map<String, UserInvitationResult> results = new HashMap<>();
        if (keys.isEmpty()) {
            return results;
        }
        // a job that sends to some and cancels others locks rows in two goes
        turn.take(customer);
        List<Listed> out = new ArrayList<>();
        standings.lock(customer, keys).forEach((key, standing) -> {
            Listed row = standing.row();
            if (row != null && row.state().after(Step.CANCEL).isPresent()) {
                out.add(row);
            } else {
                results.put(key, new Refused(refusal(standing), null));
            }
        });
        if (!out.isEmpty()) {
            List<UserInvitation> canceled = takeBack(customer, out);
            canceled.forEach(invitation -> results.put(invitation.email().key(), new Done(invitation)));
            trail.canceled(customer, out, actor);
            events.publishEvent(new UserInvitationsCanceled(
                    customer, canceled.stream().map(UserInvitation::email).toList(), actor));
        }
        return results;
    }

    private static UserInvitationRefusal refusal(Standing standing) {
        Optional<UserInvitationRefusal> hindrance = standing.hindrance();
        return hindrance.orElse(UserInvitationRefusal.NOT_INVITED);
    }

    private List<UserInvitation> takeBack(CustomerId customer, List<Listed> rows) {
        return jdbc.sql("""
                        update user_invitation u
                        set state = 'NOT_YET_SENT', ended_at = :now, updated_at = :now
                        where u.customer_id = :customer and u.user_invitation_id = any(:ids) and u.state = 'INVITED'
                        returning
                        """ + UserInvitationRows.COLUMNS)
                .param("customer", customer.value())
                .param("ids", rows.stream().map(Listed::id).toArray(Long[]::new))
                .param("now", Timestamp.from(clock.instant()))
                .query(UserInvitationRows::read)
                .list();
    }
}
