package io.chodae.identity;

import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.shared.CustomerId;
import io.chodae.shared.PlainText;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets a program ask administrators for leave. */
@Component
public class RegisterProgram {

    private static final int ID_BYTES = 12;
    private static final int MAX_NAME = 60;
    private static final int MAX_ADDRESSES = 10;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final AuditTrail audit;
    private final RandomGenerator random = new SecureRandom();

    RegisterProgram(JdbcClient jdbc, Clock clock, AuditTrail audit) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.audit = audit;
    }

    /** How it ended. */
    public sealed interface Result {

        /**
         * Stored.
         *
         * @param secret to be shown once; it is kept nowhere
         */
        record Registered(String clientId, String secret) implements Result {

            /** Without the secret, whoever prints it. */
            @Override
            public String toString() {
                return "Registered[" + clientId + "]";
            }
        }

        /** It is registered by the very same form; its secret was shown then and is kept nowhere. */
        record There() implements Result {}

        /**
         * Nothing was stored.
         *
         * @param faults by field ({@code name}, {@code redirectUris}) the end of the key of a message
         *     {@code program.fault.…}; its one argument is the address that it is about
         */
        record Faults(Map<String, Fault> faults) implements Result {}
    }

    /** One thing that is wrong, and the address that it is about. */
    public record Fault(String code, String found) {}

    /**
     * Registers it for this customer.
     *
     * @param press of the form: sent twice, it registers one
     * @param addresses where the asking may end, one a line
     */
    @Transactional
    public Result register(CustomerId customer, UUID press, String typedName, String addresses, Actor actor) {
        String name = PlainText.oneLine(typedName);
        List<String> redirectUris = addresses
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
        Map<String, Fault> faults = faults(name, redirectUris);
        if (!faults.isEmpty()) {
            return new Result.Faults(faults);
        }
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        String clientId = "api-" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        String secret = ClientSecrets.make(random);
        int stored = jdbc.sql("""
                        insert into program (customer_id, client_id, name, redirect_uris, secret_hash, secret_made_at,
                                             created_at, press)
                        values (:customer, :client, :name, :redirect::text[], :hash, :now, :now, :press)
                        on conflict (customer_id, press) do nothing
                        """)
                .param("customer", customer.value())
                .param("client", clientId)
                .param("name", name)
                .param("redirect", redirectUris.toArray(String[]::new))
                .param("hash", ClientSecrets.hash(secret))
                .param("now", Timestamp.from(clock.instant()))
                .param("press", press)
                .update();
        if (stored == 0) {
            return new Result.There();
        }
        audit.record(
                customer,
                actor,
                "program.registered",
                "program",
                clientId,
                Map.of("name", name, "redirects", String.join(" ", redirectUris)));
        return new Result.Registered(clientId, secret);
    }

    private static Map<String, Fault> faults(String name, List<String> redirectUris) {
        Map<String, Fault> faults = new LinkedHashMap<>();
        if (name.isEmpty()) {
            faults.put("name", new Fault("NAME_MISSING", ""));
        } else if (PlainText.length(name) > MAX_NAME) {
            faults.put("name", new Fault("NAME_TOO_LONG", ""));
        }
        if (redirectUris.isEmpty()) {
            faults.put("redirectUris", new Fault("MISSING", ""));
        } else if (redirectUris.size() > MAX_ADDRESSES) {
            faults.put("redirectUris", new Fault("TOO_MANY", ""));
        }
        redirectUris.forEach(address -> RedirectAddress.fault(address)
                .ifPresent(fault -> faults.putIfAbsent("redirectUris", new Fault(fault.name(), address))));
        return faults;
    }
}
