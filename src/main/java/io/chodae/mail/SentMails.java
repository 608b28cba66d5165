package io.chodae.mail;

import io.chodae.shared.EmailAddress;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The outbox as whoever holds one of its mails sees it: a server that reports about it, a reader with a link in it. What
 * is written here is written in the caller's transaction.
 */
@Repository
public class SentMails {

    private final JdbcClient jdbc;
    private final Clock clock;

    SentMails(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whom it is written to; empty where there is no such mail. */
    public Optional<EmailAddress> recipient(MailKey mail) {
        return jdbc.sql("select to_email, to_key from mail where customer_id = :customer and mail_id = :mail")
                .param("customer", mail.customer().value())
                .param("mail", mail.mailId())
                .query((row, number) -> new EmailAddress(row.getString("to_email"), row.getString("to_key")))
                .optional();
    }

    /**
     * A server behind the relay does not take it, for good.
     *
     * @param reply its words, one line
     * @return false where nothing was changed
     */
    public boolean bounced(MailKey mail, String reply) {
        return end(mail, DeliveryState.BOUNCED, reply);
    }

    /**
     * A server behind the relay gave up trying.
     *
     * @param reply its words, one line
     * @return false where nothing was changed
     */
    public boolean givenUp(MailKey mail, String reply) {
        return end(mail, DeliveryState.FAILED, reply);
    }

    /**
     * A server behind the relay still tries.
     *
     * @param reply its words, one line
     * @return false where nothing was changed
     */
    public boolean delayed(MailKey mail, String reply) {
        String note = WrittenOutcome.cut(Delivery.DELAYED + reply);
        return jdbc.sql("""
                        update mail set last_reply = :note
                        where customer_id = :customer and mail_id = :mail and state = 'sent'
                          and last_reply is distinct from :note""")
                        .param("note", note)
                        .param("customer", mail.customer().value())
                        .param("mail", mail.mailId())
                        .update()
                == 1;
    }

    /**
     * A report proves that the mail had gone out, whatever is written of it: it may come before that is. A mail that
     * ended without us, or failed before, stays as it is.
     */
    private boolean end(MailKey mail, DeliveryState state, String reply) {
        return jdbc.sql("""
                        update mail
                        set state = :state, last_reply = :reply, sent_at = coalesce(sent_at, :now),
                            tried_at = coalesce(tried_at, :now)
                        where customer_id = :customer and mail_id = :mail
                          and state in ('queued', 'sending', 'held', 'sent', 'deferred')""")
                        .param("state", state.word())
                        .param("reply", WrittenOutcome.cut(reply))
                        .param("now", Timestamp.from(clock.instant()))
                        .param("customer", mail.customer().value())
                        .param("mail", mail.mailId())
                        .update()
                == 1;
    }
}
