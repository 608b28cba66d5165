package io.chodae.mail;

import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import io.chodae.shared.Language;
import io.chodae.shared.Secrets;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The outbox as the delivery sees it: claims what is due and writes down what became of it. */
@Component
class MailStore {

    /** The database has not started anew so lately that living nodes could not yet renew what they have in hand. */
    static final String CALM = "now() - pg_postmaster_start_time() >= make_interval(secs => :calm)";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Secrets secrets;
    private final MailSettings settings;
    private final LeaseTimes leases;
    private final ClosedAddresses closed;

    MailStore(
            JdbcClient jdbc,
            Clock clock,
            Secrets secrets,
            MailSettings settings,
            LeaseTimes leases,
            ClosedAddresses closed) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.secrets = secrets;
        this.settings = settings;
        this.leases = leases;
        this.closed = closed;
    }

    /**
     * Takes due mails for this node, oldest first; what another node is taking at this moment is passed over, and what
     * a dead one had taken is due again when its lease is over. Mails of a batch that is
     * held are left alone. Whether the customer writes to the address at all is asked in the same moment. The attempt is counted before anything is sent.
     *
     * @param takeOver whether mails of dead nodes are taken as well
     * @param lease until when they are this node's
     */
    @Transactional
    public List<Claimed> claim(Lane lane, int batch, boolean takeOver, Instant lease) {
        Instant now = clock.instant();
        return jdbc.sql("""
                        with due as materialized (
                            select customer_id, mail_id from mail
                            where lane = :lane
                              and state in ('queued', 'sending', 'deferred') and next_attempt_at <= :now
                              and (state <> 'sending' or :take_over and
                        """ + CALM + """
                              )
                              and (customer_id, kind, batch_id)
                                  not in (select customer_id, kind, batch_id from mail_hold)
                            order by next_attempt_at
                            limit :batch
                            for update skip locked)
                        update mail m
                        set state = 'sending', attempts = m.attempts + 1, next_attempt_at = :lease
                        from due
                        where m.customer_id = due.customer_id and m.mail_id = due.mail_id
                        returning m.customer_id, m.mail_id, m.kind, m.batch_id, m.subject_id, m.subject_number,
                                  m.to_email, m.to_key, m.to_name, m.language, m.created_at, m.attempts,
                                  coalesce(m.asked_again_at, m.created_at) as tried_since,
                        """ + closed.reason("m.customer_id", "m.to_key") + " as suppressed")
                .param("now", Timestamp.from(now))
                .param("lease", Timestamp.from(lease))
                .param("take_over", takeOver)
                .param("calm", leases.afterRestart().toMillis() / 1000.0)
                .param("lane", lane.number())
                .param("batch", batch)
                .query((row, number) -> read(row))
                .list();
    }

    /** @return ids of those that are still this node's, now until then */
    @Transactional
    public List<Long> renew(List<Claimed> mails, Instant until) {
        return jdbc.sql("""
                        update mail m set next_attempt_at = :until
                        from unnest(:customers::bigint[], :mails::bigint[], :attempts::int[])
                             as t (customer, mail, attempts)
                        where m.customer_id = t.customer and m.mail_id = t.mail
                          and m.state = 'sending' and m.attempts = t.attempts
                        returning m.mail_id""")
                .param("until", Timestamp.from(until))
                .param(
                        "customers",
                        mails.stream().map(one -> one.mail().customer().value()).toArray(Long[]::new))
                .param("mails", mails.stream().map(one -> one.mail().mailId()).toArray(Long[]::new))
                .param("attempts", mails.stream().map(Claimed::attempts).toArray(Integer[]::new))
                .query((row, number) -> row.getLong(1))
                .list();
    }

    /**
     * Writes down a batch by one statement. What another node has taken on meanwhile is left to it, unless it was sent
     * here: that stays true whoever tries again. A report that came back before is the later news.
     * An address that a server does not know is not written to again.
     */
    @Transactional
    public void write(Map<Claimed, Outcome> outcomes) {
        if (outcomes.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        List<WrittenOutcome> rows = outcomes.entrySet().stream()
                .map(entry -> WrittenOutcome.of(entry.getKey(), entry.getValue(), now))
                .toList();
        jdbc.sql("""
                        update mail m
                        set state = case when t.state in ('queued', 'deferred')
                                              and (m.customer_id, m.kind, m.batch_id)
                                                  in (select customer_id, kind, batch_id from mail_hold)
                                         then 'held' else t.state end,
                            next_attempt_at = coalesce(t.next::timestamptz, m.next_attempt_at),
                            last_reply = coalesce(nullif(t.reply, ''), m.last_reply), attempts = m.attempts - t.uncounted,
                            sent_at = case when t.state = 'sent' then :now else m.sent_at end,
                            tried_at = case when t.state in ('obsolete', 'suppressed') then m.tried_at else :now end
                        from unnest(:customers::bigint[], :mails::bigint[], :states::text[], :replies::text[],
                                    :nexts::text[], :uncounted::int[], :attempts::int[])
                             as t (customer, mail, state, reply, next, uncounted, attempts)
                        where m.customer_id = t.customer and m.mail_id = t.mail
                          and (m.state = 'sending' and m.attempts = t.attempts
                               or t.state = 'sent' and m.state not in ('sent', 'bounced'))
                        """)
                .param("now", Timestamp.from(now))
                .param("customers", rows.stream().map(WrittenOutcome::customer).toArray(Long[]::new))
                .param("mails", rows.stream().map(WrittenOutcome::mail).toArray(Long[]::new))
                .param("states", rows.stream().map(WrittenOutcome::state).toArray(String[]::new))
                .param("replies", rows.stream().map(WrittenOutcome::reply).toArray(String[]::new))
                .param("nexts", rows.stream().map(WrittenOutcome::next).toArray(String[]::new))
                .param("uncounted", rows.stream().map(WrittenOutcome::uncounted).toArray(Integer[]::new))
                .param("attempts", rows.stream().map(WrittenOutcome::attempts).toArray(Integer[]::new))
                .update();
        closed.bounced(outcomes.entrySet().stream()
                .filter(entry -> entry.getValue() instanceof Outcome.Bounced)
                .map(entry -> Bounce.of(entry.getKey().mail(), entry.getValue().reply()))
                .toList());
    }

    /** Mails that are still to be sent, those under way among them. */
    long countWaiting() {
        return jdbc.sql("select count(*) from mail where state in ('queued', 'sending', 'deferred')")
                .query(Long.class)
                .single();
    }

    private Claimed read(ResultSet row) throws SQLException {
        long customer = row.getLong("customer_id");
        long mailId = row.getLong("mail_id");
        QueuedMail mail = new QueuedMail(
                new CustomerId(customer),
                mailId,
                row.getString("kind"),
                row.getLong("batch_id"),
                row.getLong("subject_id"),
                row.getInt("subject_number"),
                new EmailAddress(row.getString("to_email"), row.getString("to_key")),
                row.getString("to_name"),
                Language.ofTag(row.getString("language")),
                messageId(customer, mailId),
                row.getTimestamp("created_at").toInstant());
        String suppressed = row.getString("suppressed");
        return new Claimed(
                mail,
                row.getInt("attempts"),
                row.getTimestamp("tried_since").toInstant(),
                suppressed == null ? null : closed.words(suppressed));
    }

    /** The same at every attempt, and not to be guessed from the ids. */
    private String messageId(long customer, long mailId) {
        byte[] ids = ByteBuffer.allocate(16).putLong(customer).putLong(mailId).array();
        String left = HexFormat.of().formatHex(secrets.mac("message-id", ids), 0, 12);
        return "<" + mailId + "." + left + "@" + settings.from().domain() + ">";
    }
}
