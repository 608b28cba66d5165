package io.chodae.suppression;

import io.chodae.mail.Bounce;
import io.chodae.mail.ClosedAddresses;
import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes the list of addresses that customers do not write to. A person's wish is stronger than a bounce. */
@Repository
class SuppressionStore implements ClosedAddresses {

    private final JdbcClient jdbc;
    private final Clock clock;

    SuppressionStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String reason(String customer, String emailKey) {
        return "(select s.reason from suppression s where s.customer_id = %s and s.email_key = %s)"
                .formatted(customer, emailKey);
    }

    @Override
    public String words(String reason) {
        return SuppressionReason.valueOf(reason).words();
    }

    /** Account mails are asked for by whoever reads them: the server itself has no such list. */
    @Override
    public void bounced(List<Bounce> bounces) {
        List<Bounce> kept = bounces.stream()
                .filter(bounce -> !bounce.customer().equals(CustomerId.HOUSE))
                .toList();
        if (kept.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into suppression (customer_id, email_key, email, reason, detail, at)
                        select t.customer, t.key, t.email, 'BOUNCED', t.detail, :now
                        from unnest(:customers::bigint[], :keys::text[], :emails::text[], :details::text[])
                             as t (customer, key, email, detail)
                        order by t.customer, t.key
                        on conflict (customer_id, email_key) do nothing""")
                .param(
                        "customers",
                        kept.stream().map(one -> one.customer().value()).toArray(Long[]::new))
                .param("keys", kept.stream().map(one -> one.to().key()).toArray(String[]::new))
                .param("emails", kept.stream().map(one -> one.to().value()).toArray(String[]::new))
                .param("details", kept.stream().map(Bounce::reply).toArray(String[]::new))
                .param("now", now())
                .update();
    }

    /** @return false where it was wished before */
    boolean optedOut(CustomerId customer, EmailAddress email) {
        return jdbc.sql("""
                        insert into suppression as s (customer_id, email_key, email, reason, at)
                        values (:customer, :key, :email, 'OPTED_OUT', :now)
                        on conflict (customer_id, email_key)
                            do update set reason = 'OPTED_OUT', detail = '', at = excluded.at
                            where s.reason <> 'OPTED_OUT'""")
                        .param("customer", customer.value())
                        .param("key", email.key())
                        .param("email", email.value())
                        .param("now", now())
                        .update()
                == 1;
    }

    /** @return false where nothing was wished */
    boolean takenBack(CustomerId customer, EmailAddress email) {
        return jdbc.sql("""
                        delete from suppression
                        where customer_id = :customer and email_key = :key and reason = 'OPTED_OUT'""")
                        .param("customer", customer.value())
                        .param("key", email.key())
                        .update()
                == 1;
    }

    /** @return match keys of those that were lifted: bounces, never a person's wish */
    List<String> lift(CustomerId customer, Collection<String> emailKeys) {
        return jdbc.sql("""
                        delete from suppression
                        where customer_id = :customer and email_key = any(:keys) and reason = 'BOUNCED'
                        returning email_key""")
                .param("customer", customer.value())
                .param("keys", emailKeys.toArray(String[]::new))
                .query((row, number) -> row.getString("email_key"))
                .list();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
