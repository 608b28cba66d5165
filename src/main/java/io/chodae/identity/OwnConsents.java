package io.chodae.identity;

import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a person themselves let programs do, for whichever customer; whoever gave a leave may take it back. */
@Component
public class OwnConsents {

    private final JdbcClient jdbc;
    private final AuditTrail audit;

    OwnConsents(JdbcClient jdbc, AuditTrail audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** The newest first. */
    public List<OwnConsent> of(AccountId account) {
        return jdbc.sql("""
                        select g.consent_id, c.name as customer, p.name as program, g.scopes, g.given_at
                          from program_consent g
                          join program p using (client_id)
                          join customer c on c.customer_id = g.customer_id
                         where g.account_id = :account
                         order by g.given_at desc, g.consent_id desc
                        """)
                .param("account", account.value())
                .query((row, number) -> {
                    List<String> scopes =
                            Arrays.asList((String[]) row.getArray("scopes").getArray());
                    return new OwnConsent(
                            row.getLong("consent_id"),
                            row.getString("customer"),
                            row.getString("program"),
                            ApiScopes.ALL.stream().filter(scopes::contains).toList(),
                            row.getTimestamp("given_at").toInstant());
                })
                .list();
    }

    private record Ended(CustomerId customer, String clientId) {}

    /** Ends it, its tokens included. False where it is over, or somebody else's. */
    @Transactional
    public boolean withdraw(AccountId account, long consentId, Actor actor) {
        Optional<Ended> ended = jdbc.sql("""
                        delete from oauth2_authorization z
                         using program_consent g
                         where g.authorization_id = z.id and g.account_id = :account and g.consent_id = :consent
                        returning g.customer_id, z.registered_client_id
                        """)
                .param("account", account.value())
                .param("consent", consentId)
                .query((row, number) ->
                        new Ended(new CustomerId(row.getLong("customer_id")), row.getString("registered_client_id")))
                .optional();
        ended.ifPresent(
                one -> audit.record(one.customer(), actor, "program.withdrawn", "program", one.clientId(), Map.of()));
        return ended.isPresent();
    }
}
