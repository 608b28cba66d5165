package io.chodae.identity;

import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.shared.CustomerId;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What an owner does with a registered program, and with what programs were allowed. */
@Component
public class ChangeProgram {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ClientTokens tokens;
    private final AuditTrail audit;
    private final RandomGenerator random = new SecureRandom();

    ChangeProgram(JdbcClient jdbc, Clock clock, ClientTokens tokens, AuditTrail audit) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.tokens = tokens;
        this.audit = audit;
    }

    /**
     * A new secret in place of the one before, which ends: to be shown once, kept nowhere.
     *
     * @param secretNo of the secret that the operator saw; empty where it is not the newest, as when a form is sent twice
     */
    @Transactional
    public Optional<String> renewSecret(CustomerId customer, String clientId, int secretNo, Actor actor) {
        String secret = ClientSecrets.make(random);
        int renewed = jdbc.sql("""
                        update program set secret_hash = :hash, secret_no = secret_no + 1, secret_made_at = :now
                         where customer_id = :customer and client_id = :client and secret_no = :no
                        """)
                .param("hash", ClientSecrets.hash(secret))
                .param("now", Timestamp.from(clock.instant()))
                .param("customer", customer.value())
                .param("client", clientId)
                .param("no", secretNo)
                .update();
        if (renewed == 0) {
            return Optional.empty();
        }
        audit.record(customer, actor, "program.secret_renewed", "program", clientId, Map.of());
        return Optional.of(secret);
    }

    /** Forgets it with all that it holds, of whomever. False where there is none. */
    @Transactional
    public boolean remove(CustomerId customer, String clientId, Actor actor) {
        Optional<String> name = jdbc.sql("""
                        delete from program where customer_id = :customer and client_id = :client returning name
                        """)
                .param("customer", customer.value())
                .param("client", clientId)
                .query(String.class)
                .optional();
        name.ifPresent(removed -> {
            tokens.endAll(clientId);
            audit.record(customer, actor, "program.removed", "program", clientId, Map.of("name", removed));
        });
        return name.isPresent();
    }

    /** Ends what one administrator let one program do for this customer, its tokens included. False where it is over. */
    @Transactional
    public boolean withdraw(CustomerId customer, long consentId, Actor actor) {
        Optional<String> client = jdbc.sql("""
                        delete from oauth2_authorization z
                         using program_consent g
                         where g.authorization_id = z.id and g.customer_id = :customer and g.consent_id = :consent
                        returning z.registered_client_id
                        """)
                .param("customer", customer.value())
                .param("consent", consentId)
                .query(String.class)
                .optional();
        client.ifPresent(id -> audit.record(customer, actor, "program.withdrawn", "program", id, Map.of()));
        return client.isPresent();
    }
}
