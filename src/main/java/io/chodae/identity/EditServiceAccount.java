package io.chodae.identity;

import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.shared.CustomerId;
import io.chodae.shared.PlainText;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes what a service account is called and what it may ask for. The name by which programs sign stays. What is taken
 * away ends at once, for tokens too that were given before.
 */
@Component
public class EditServiceAccount {

    private final JdbcClient jdbc;
    private final AuditTrail audit;

    EditServiceAccount(JdbcClient jdbc, AuditTrail audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** How it ended. */
    public sealed interface Result {

        record Changed() implements Result {}

        /** It was so already. */
        record Unchanged() implements Result {}

        /** There is none of this customer. */
        record Gone() implements Result {}

        /** Nothing was stored. */
        record Faults(Set<ServiceAccountFault> faults) implements Result {}
    }

    private record Stored(String name, List<String> scopes) {}

    /** @param scopes all that it may ask for from now on, of {@link ApiScopes#ALL} */
    @Transactional
    public Result edit(CustomerId customer, long id, String typedName, Collection<String> scopes, Actor actor) {
        String name = PlainText.oneLine(typedName);
        Set<ServiceAccountFault> faults = CreateServiceAccount.faults(name, scopes);
        if (!faults.isEmpty()) {
            return new Result.Faults(faults);
        }
        Stored wanted =
                new Stored(name, ApiScopes.ALL.stream().filter(scopes::contains).toList());
        Optional<Stored> before = lock(customer, id);
        if (before.isEmpty()) {
            return new Result.Gone();
        }
        if (before.get().equals(wanted)) {
            return new Result.Unchanged();
        }
        jdbc.sql("""
                        update service_account set name = :name, scopes = :scopes::text[]
                         where customer_id = :customer and service_account_id = :id
                        """)
                .param("name", wanted.name())
                .param("scopes", wanted.scopes().toArray(String[]::new))
                .param("customer", customer.value())
                .param("id", id)
                .update();
        audit.record(
                customer,
                actor,
                "service_account.changed",
                "service_account",
                String.valueOf(id),
                Map.of("name", wanted.name(), "scopes", String.join(" ", wanted.scopes())));
        return new Result.Changed();
    }

    private Optional<Stored> lock(CustomerId customer, long id) {
        return jdbc.sql("""
                        select name, scopes from service_account
                         where customer_id = :customer and service_account_id = :id
                           for no key update
                        """)
                .param("customer", customer.value())
                .param("id", id)
                .query((row, number) -> new Stored(row.getString("name"), List.of((String[])
                        row.getArray("scopes").getArray())))
                .optional();
    }
}
