package io.chodae.identity;

import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.shared.CustomerId;
import io.chodae.shared.PlainText;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.sql.Types;
import java.text.Normalizer;
import java.time.Clock;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes a service account. It can do nothing before it has a key. */
@Component
public class CreateServiceAccount {

    private static final int MAX_NAME = 60;
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final AuditTrail audit;
    private final RandomGenerator random = new SecureRandom();

    CreateServiceAccount(JdbcClient jdbc, Clock clock, AuditTrail audit) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.audit = audit;
    }

    /** How it ended. */
    public sealed interface Result {

        record Created(long id) implements Result {}

        /** Nothing was stored. */
        record Faults(Set<ServiceAccountFault> faults) implements Result {}
    }

    /** As {@link #create(CustomerId, UUID, String, Collection, Actor)}, where nobody can press twice. */
    @Transactional
    public Result create(CustomerId customer, String typedName, Collection<String> scopes, Actor actor) {
        return create(customer, UUID.randomUUID(), typedName, scopes, actor);
    }

    /**
     * Stores it for this customer.
     *
     * @param press of the form: sent twice, it makes one and gives that again
     * @param scopes what it may ask for, of {@link ApiScopes#ALL}
     */
    @Transactional
    public Result create(CustomerId customer, UUID press, String typedName, Collection<String> scopes, Actor actor) {
        String name = PlainText.oneLine(typedName);
        Set<ServiceAccountFault> faults = faults(name, scopes);
        if (!faults.isEmpty()) {
            return new Result.Faults(faults);
        }
        List<String> stored = ApiScopes.ALL.stream().filter(scopes::contains).toList();
        String email = clientEmail(customer, name);
        Optional<Long> id = jdbc.sql("""
                        insert into service_account (customer_id, client_email, client_id, name, scopes, created_by,
                                                     created_at, press)
                        values (:customer, :email, :client, :name, :scopes::text[], :by, :now, :press)
                        on conflict (customer_id, press) do nothing
                        returning service_account_id
                        """)
                .param("customer", customer.value())
                .param("email", email)
                .param("client", drawn("0123456789", 20, "1"))
                .param("name", name)
                .param("scopes", stored.toArray(String[]::new))
                .param("by", actor.account() == null ? null : actor.account().value(), Types.BIGINT)
                .param("now", Timestamp.from(clock.instant()))
                .param("press", press)
                .query(Long.class)
                .optional();
        if (id.isEmpty()) {
            return new Result.Created(ofPress(customer, press));
        }
        audit.record(
                customer,
                actor,
                "service_account.created",
                "service_account",
                String.valueOf(id.get()),
                Map.of("name", name, "client", email, "scopes", String.join(" ", stored)));
        return new Result.Created(id.get());
    }

    private long ofPress(CustomerId customer, UUID press) {
        return jdbc.sql(
                        "select service_account_id from service_account where customer_id = :customer and press = :press")
                .param("customer", customer.value())
                .param("press", press)
                .query(Long.class)
                .single();
    }

    static Set<ServiceAccountFault> faults(String name, Collection<String> scopes) {
        Set<ServiceAccountFault> faults = EnumSet.noneOf(ServiceAccountFault.class);
        if (name.isEmpty()) {
            faults.add(ServiceAccountFault.NAME_MISSING);
        } else if (PlainText.length(name) > MAX_NAME) {
            faults.add(ServiceAccountFault.NAME_TOO_LONG);
        }
        if (scopes.isEmpty()) {
            faults.add(ServiceAccountFault.SCOPE_MISSING);
        } else if (!ApiScopes.ALL.containsAll(scopes)) {
            faults.add(ServiceAccountFault.SCOPE_UNKNOWN);
        }
        return faults;
    }

    /** Looks like an address, for clients expect one, under a domain that never has mail (RFC 6761, 6.4). */
    private String clientEmail(CustomerId customer, String name) {
        String externalId = jdbc.sql("select lower(external_id) from customer where customer_id = :customer")
                .param("customer", customer.value())
                .query(String.class)
                .single();
        String slug = Normalizer.normalize(name, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        String readable = slug.length() > 30 ? slug.substring(0, 30).replaceAll("-$", "") : slug;
        return drawn(LETTERS, 6, readable.isEmpty() ? "service-" : readable + "-") + "@" + externalId
                + ".service.invalid";
    }

    private String drawn(String alphabet, int length, String before) {
        StringBuilder text = new StringBuilder(before);
        random.ints(length, 0, alphabet.length()).forEach(i -> text.append(alphabet.charAt(i)));
        return text.toString();
    }
}
