package io.chodae.invitation;

import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import io.chodae.shared.Language;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says once more that links are out which nobody seems to have carried: the same links, no new ones. */
@Component
public class TellAgain {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    TellAgain(JdbcClient jdbc, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Publishes {@link InvitationsSent} for those of these invitations whose link is alive.
     *
     * @return how many
     */
    @Transactional
    public int tell(CustomerId customer, long offerId, Collection<Long> invitationIds) {
        List<SentInvitation> alive = jdbc.sql("""
                        select invitation_id, link_number, email, email_key, name, language from invitation
                        where customer_id = :customer and offer_id = :offer and invitation_id = any(:ids)
                          and state = 'INVITED' and expires_at > :now
                        for share""")
                .param("customer", customer.value())
                .param("offer", offerId)
                .param("ids", invitationIds.toArray(Long[]::new))
                .param("now", Timestamp.from(clock.instant()))
                .query((row, number) -> new SentInvitation(
                        row.getLong("invitation_id"),
                        row.getInt("link_number"),
                        new EmailAddress(row.getString("email"), row.getString("email_key")),
                        row.getString("name"),
                        Language.ofTag(row.getString("language"))))
                .list();
        if (!alive.isEmpty()) {
            events.publishEvent(new InvitationsSent(customer, offerId, alive));
        }
        return alive.size();
    }
}
