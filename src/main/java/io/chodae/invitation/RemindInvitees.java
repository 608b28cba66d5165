package io.chodae.invitation;

import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import io.chodae.shared.Language;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reminds people whose link ends soon, batch by batch, each at most twice. A reminder that would follow closely on the
 * mail before it is passed over, and so is one that was missed for so long that the next is due as well.
 */
@Component
public class RemindInvitees {

    /** Two mails to one person are at least so far apart. */
    public static final Duration APART = Duration.ofHours(12);

    private static final int BATCH = 1_000;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    RemindInvitees(
            JdbcClient jdbc,
            Clock clock,
            AuditTrail audit,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.audit = audit;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    private record Due(long offer, boolean fits, SentInvitation invitation) {}

    /**
     * Reminds whoever is due now; several nodes may do so at once.
     *
     * @param before the end, one span for each reminder, the longest first
     * @return how many people a mail goes to
     */
    public int remindDue(CustomerId customer, List<Duration> before) {
        int reminded = 0;
        for (int which = before.size(); which > 0; which--) {
            int number = which;
            List<Due> batch;
            do {
                batch = transaction.execute(status -> remindBatch(customer, number, before.get(number - 1)));
                reminded += (int) batch.stream().filter(Due::fits).count();
            } while (batch.size() == BATCH);
        }
        return reminded;
    }

    private List<Due> remindBatch(CustomerId customer, int which, Duration before) {
        List<Due> batch = take(customer, which, before);
        batch.stream()
                .filter(Due::fits)
                .collect(Collectors.groupingBy(
                        Due::offer, TreeMap::new, Collectors.mapping(Due::invitation, Collectors.toList())))
                .forEach((offer, invitations) -> say(customer, offer, which, invitations));
        return batch;
    }

    private List<Due> take(CustomerId customer, int which, Duration before) {
        Instant now = clock.instant();
        return jdbc.sql("""
                        update invitation i
                        set reminders_done = :which,
                            reminded_at = case when due.fits then :now else i.reminded_at end
                        from (select invitation_id,
                                     expires_at - make_interval(secs => :before)
                                       >= coalesce(reminded_at, sent_at) + make_interval(secs => :apart) as fits
                              from invitation
                              where customer_id = :customer and state = 'INVITED' and reminders_done < :which
                                and expires_at > :now and expires_at <= :until
                              order by expires_at
                              limit :batch
                              for update skip locked) as due
                        where i.customer_id = :customer and i.invitation_id = due.invitation_id
                        returning i.offer_id, due.fits, i.invitation_id, i.link_number, i.email, i.email_key, i.name,
                                  i.language
                        """)
                .param("customer", customer.value())
                .param("which", which)
                .param("before", (double) before.toSeconds())
                .param("apart", (double) APART.toSeconds())
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(now.plus(before)))
                .param("batch", BATCH)
                .query(RemindInvitees::read)
                .list();
    }

    private void say(CustomerId customer, long offer, int which, List<SentInvitation> invitations) {
        audit.record(
                customer,
                Actor.system(),
                "invitation.reminded",
                "offer",
                String.valueOf(offer),
                Map.of("count", String.valueOf(invitations.size())));
        events.publishEvent(new InvitationsReminded(customer, offer, which, invitations));
    }

    private static Due read(ResultSet row, int number) throws SQLException {
        return new Due(
                row.getLong("offer_id"),
                row.getBoolean("fits"),
                new SentInvitation(
                        row.getLong("invitation_id"),
                        row.getInt("link_number"),
                        new EmailAddress(row.getString("email"), row.getString("email_key")),
                        row.getString("name"),
                        Language.ofTag(row.getString("language"))));
    }
}
