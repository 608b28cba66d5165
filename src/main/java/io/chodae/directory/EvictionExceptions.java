package io.chodae.directory;

import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import io.chodae.shared.Slice;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A customer's list of addresses that are never taken back from the accounts of people. */
@Component
public class EvictionExceptions {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final AuditTrail audit;

    EvictionExceptions(JdbcClient jdbc, Clock clock, AuditTrail audit) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.audit = audit;
    }

    /**
     * By address.
     *
     * @param after where the slice before ended; empty for the first
     */
    public Slice<KeptAddress> page(CustomerId customer, Optional<String> after, int size) {
        List<KeptAddress> found = jdbc.sql("""
                        select email, email_key, note, added_at
                          from eviction_exception
                         where customer_id = :customer and email_key > :after
                         order by email_key
                         limit :limit
                        """)
                .param("customer", customer.value())
                .param("after", after.orElse(""))
                .param("limit", size + 1)
                .query((row, number) -> new KeptAddress(
                        new EmailAddress(row.getString("email"), row.getString("email_key")),
                        row.getString("note"),
                        row.getTimestamp("added_at").toInstant()))
                .list();
        boolean more = found.size() > size;
        List<KeptAddress> shown = more ? found.subList(0, size) : found;
        return new Slice<>(shown, more ? Optional.of(shown.getLast().email().key()) : Optional.empty());
    }

    /** How many of them were not on the list yet. The others keep their note. */
    @Transactional
    public int add(CustomerId customer, List<EmailAddress> addresses, String note, Actor actor) {
        int added = jdbc.sql("""
                        insert into eviction_exception (customer_id, email_key, email, note, added_at)
                        select :customer, email_key, email, :note, :now
                          from unnest(:keys::text[], :emails::text[]) as given (email_key, email)
                        on conflict (customer_id, email_key) do nothing
                        """)
                .param("customer", customer.value())
                .param("keys", addresses.stream().map(EmailAddress::key).toArray(String[]::new))
                .param("emails", addresses.stream().map(EmailAddress::value).toArray(String[]::new))
                .param("note", note)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        if (added > 0) {
            String email = addresses.size() == 1 ? addresses.getFirst().value() : "";
            audit.record(
                    customer,
                    actor,
                    "account.exception_added",
                    "account",
                    email.isEmpty() ? "list" : email,
                    Map.of("email", email, "count", Integer.toString(added), "note", note));
        }
        return added;
    }

    /** Whether it was on the list. */
    @Transactional
    public boolean remove(CustomerId customer, EmailAddress address, Actor actor) {
        boolean removed = jdbc.sql("""
                        delete from eviction_exception where customer_id = :customer and email_key = :key
                        """)
                        .param("customer", customer.value())
                        .param("key", address.key())
                        .update()
                == 1;
        if (removed) {
            audit.record(
                    customer,
                    actor,
                    "account.exception_removed",
                    "account",
                    address.value(),
                    Map.of("email", address.value()));
        }
        return removed;
    }
}
