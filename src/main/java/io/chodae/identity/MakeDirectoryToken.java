package io.chodae.identity;

import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.shared.CustomerId;
import io.chodae.shared.PlainText;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes a directory token. Several work side by side, so that one can be put in another's place. */
@Component
public class MakeDirectoryToken {

    /** How many of a customer's tokens work at once. */
    public static final int MAX_LIVE = 10;

    private static final int MAX_NAME = 60;
    private static final int ENDING = 4;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final AuditTrail audit;
    private final RandomGenerator random = new SecureRandom();

    MakeDirectoryToken(JdbcClient jdbc, Clock clock, AuditTrail audit) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.audit = audit;
    }

    /** How it ended. */
    public sealed interface Result {

        /** @param secret to be shown now or never */
        record Made(long id, String secret) implements Result {

            /** Without the secret, whoever prints it. */
            @Override
            public String toString() {
                return "Made[" + id + "]";
            }
        }

        /** Nothing was stored. */
        record Refused(Fault fault) implements Result {}
    }

    /** Why none was made. */
    public enum Fault {
        NAME_MISSING,
        NAME_TOO_LONG,
        /** Another one that works has this name; the audit trail could not tell them apart. */
        NAME_TAKEN,
        /** {@link #MAX_LIVE} work already. */
        TOO_MANY
    }

    @Transactional
    public Result make(CustomerId customer, String typedName, Actor actor) {
        String name = PlainText.oneLine(typedName);
        if (name.isEmpty()) {
            return new Result.Refused(Fault.NAME_MISSING);
        }
        if (PlainText.length(name) > MAX_NAME) {
            return new Result.Refused(Fault.NAME_TOO_LONG);
        }
        lock(customer);
        if (live(customer, name) > 0) {
            return new Result.Refused(Fault.NAME_TAKEN);
        }
        if (live(customer, "") >= MAX_LIVE) {
            return new Result.Refused(Fault.TOO_MANY);
        }
        String secret = ClientSecrets.make(random, DirectoryToken.PREFIX);
        long id = store(customer, name, secret, actor);
        audit.record(
                customer, actor, "directory_token.made", "directory_token", String.valueOf(id), Map.of("name", name));
        return new Result.Made(id, secret);
    }

    /** One at a time, or two at once would be one too many. */
    private void lock(CustomerId customer) {
        jdbc.sql("select customer_id from customer where customer_id = :customer for no key update")
                .param("customer", customer.value())
                .query(Long.class)
                .single();
    }

    /** @param name blank: of whatever name */
    private int live(CustomerId customer, String name) {
        return jdbc.sql("""
                        select count(*) from directory_token
                         where customer_id = :customer and revoked_at is null
                           and (:name = '' or lower(name) = lower(:name))
                        """)
                .param("customer", customer.value())
                .param("name", name)
                .query(Integer.class)
                .single();
    }

    private long store(CustomerId customer, String name, String secret, Actor actor) {
        return jdbc.sql("""
                        insert into directory_token (customer_id, token_hash, name, ending, created_by, created_at)
                        values (:customer, :hash, :name, :ending, :by, :now)
                        returning token_id
                        """)
                .param("customer", customer.value())
                .param("hash", ClientSecrets.hash(secret))
                .param("name", name)
                .param("ending", secret.substring(secret.length() - ENDING))
                .param("by", actor.account() == null ? null : actor.account().value(), Types.BIGINT)
                .param("now", Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
    }
}
