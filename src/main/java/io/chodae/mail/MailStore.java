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
import java.time.Duration;
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

    /** A sender that has not written back for so long is taken for dead, and its mails are tried again. */
    static final Duration LEASE = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Secrets secrets;
    private final MailSettings settings;

    MailStore(JdbcClient jdbc, Clock clock, Secrets secrets, MailSettings settings) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.secrets = secrets;
        this.settings = settings;
    }

    /** A claimed mail and how often it has been tried, this attempt included. */
    record Claimed(QueuedMail mail, int attempts) {}

    /** Takes due mails for this sender. The attempt is counted before anything is sent. */
    @Transactional
    public List<Claimed> claim(int batch) {
        Instant now = clock.instant();
        return jdbc.sql("""
                        update mail m
                        set state = 'sending', attempts = m.attempts + 1, next_attempt_at = :lease
                        from (select customer_id, mail_id from mail
                              where state in ('queued', 'sending', 'deferred') and next_attempt_at <= :now
                              order by next_attempt_at
                              limit :batch
                              for update skip locked) as due
                        where m.customer_id = due.customer_id and m.mail_id = due.mail_id
                        returning m.customer_id, m.mail_id, m.kind, m.batch_id, m.subject_id, m.subject_number,
                                  m.to_email, m.to_key, m.to_name, m.language, m.created_at, m.attempts
                        """)
                .param("now", Timestamp.from(now))
                .param("lease", Timestamp.from(now.plus(LEASE)))
                .param("batch", batch)
                .query(this::read)
                .list();
    }

    /** Writes down a batch by one statement. */
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
                        set state = t.state, next_attempt_at = coalesce(t.next::timestamptz, m.next_attempt_at),
                            last_reply = t.reply, attempts = m.attempts - t.uncounted,
                            sent_at = case when t.state = 'sent' then :now else m.sent_at end
                        from unnest(:customers::bigint[], :mails::bigint[], :states::text[], :replies::text[],
                                    :nexts::text[], :uncounted::int[], :attempts::int[])
                             as t (customer, mail, state, reply, next, uncounted, attempts)
                        where m.customer_id = t.customer and m.mail_id = t.mail
                          and m.state = 'sending' and m.attempts = t.attempts
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
    }

    private Claimed read(ResultSet row, int number) throws SQLException {
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
        return new Claimed(mail, row.getInt("attempts"));
    }

    /** The same at every attempt, and not to be guessed from the ids. */
    private String messageId(long customer, long mailId) {
        byte[] ids = ByteBuffer.allocate(16).putLong(customer).putLong(mailId).array();
        String left = HexFormat.of().formatHex(secrets.mac("message-id", ids), 0, 12);
        return "<" + mailId + "." + left + "@" + settings.from().domain() + ">";
    }
}
