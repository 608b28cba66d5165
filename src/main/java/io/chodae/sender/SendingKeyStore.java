package io.chodae.sender;

import io.chodae.sender.SendingKey.Finding;
import io.chodae.sender.SendingKey.State;
import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The keys of sending domains; what is written here is written in the caller's transaction. */
@Repository
class SendingKeyStore {

    private final JdbcClient jdbc;

    SendingKeyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One at a time changes the keys of a customer, until its transaction ends. */
    void lock(CustomerId customer) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('sending-key', :customer))")
                .param("customer", customer.value())
                .query((row, number) -> number)
                .list();
    }

    Optional<SendingKey> find(CustomerId customer, State state) {
        return jdbc.sql("""
                        select * from sending_key where customer_id = :customer and state = :state""")
                .param("customer", customer.value())
                .param("state", state.name())
                .query(SendingKeyStore::map)
                .optional();
    }

    /** Those whose record may still be needed, the latest first. */
    List<SendingKey> retiredSince(CustomerId customer, Instant since) {
        return jdbc.sql("""
                        select * from sending_key
                        where customer_id = :customer and state = 'RETIRED' and signs_since is not null
                          and retired_at > :since
                        order by retired_at desc, key_id desc""")
                .param("customer", customer.value())
                .param("since", Timestamp.from(since))
                .query(SendingKeyStore::map)
                .list();
    }

    /** The sealed private key of the one that signs. */
    Optional<byte[]> secret(CustomerId customer, long keyId) {
        return jdbc.sql("""
                        select sealed_key from sending_key
                        where customer_id = :customer and key_id = :key and state = 'SIGNING'""")
                .param("customer", customer.value())
                .param("key", keyId)
                .query((row, number) -> row.getBytes("sealed_key"))
                .optional();
    }

    long insert(CustomerId customer, EmailAddress from, String selector, String publicKey, byte[] secret, Instant now) {
        return jdbc.sql("""
                        insert into sending_key (customer_id, from_email, domain, selector, public_key, sealed_key, state, made_at)
                        values (:customer, :from, :domain, :selector, :public, :sealed, 'WAITING', :now)
                        returning key_id""")
                .param("customer", customer.value())
                .param("from", from.value())
                .param("domain", from.domain())
                .param("selector", selector)
                .param("public", publicKey)
                .param("sealed", secret)
                .param("now", Timestamp.from(now))
                .query(Long.class)
                .single();
    }

    void readdress(CustomerId customer, long keyId, EmailAddress from) {
        changed(jdbc.sql("""
                        update sending_key set from_email = :from
                        where customer_id = :customer and key_id = :key and domain = :domain and state <> 'RETIRED'""")
                .param("customer", customer.value())
                .param("key", keyId)
                .param("from", from.value())
                .param("domain", from.domain())
                .update());
    }

    /** @return false where the key was retired meanwhile */
    boolean note(CustomerId customer, long keyId, Finding finding, Instant now) {
        return jdbc.sql("""
                        update sending_key set finding = :finding, checked_at = :now
                        where customer_id = :customer and key_id = :key and state <> 'RETIRED'""")
                        .param("customer", customer.value())
                        .param("key", keyId)
                        .param("finding", finding.name())
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    void startSigning(CustomerId customer, long keyId, Instant now) {
        changed(jdbc.sql("""
                        update sending_key set state = 'SIGNING', signs_since = :now
                        where customer_id = :customer and key_id = :key and state = 'WAITING'""")
                .param("customer", customer.value())
                .param("key", keyId)
                .param("now", Timestamp.from(now))
                .update());
    }

    /** Forgets the private key for good. */
    int retire(CustomerId customer, State state, Instant now) {
        return jdbc.sql("""
                        update sending_key set state = 'RETIRED', sealed_key = null, retired_at = :now
                        where customer_id = :customer and state = :state""")
                .param("customer", customer.value())
                .param("state", state.name())
                .param("now", Timestamp.from(now))
                .update();
    }

    private static void changed(int rows) {
        if (rows != 1) {
            throw new IllegalStateException("a sending key changed under its lock");
        }
    }

    private static SendingKey map(ResultSet row, int number) throws SQLException {
        String finding = row.getString("finding");
        return new SendingKey(
                row.getLong("key_id"),
                EmailAddress.of(row.getString("from_email")),
                row.getString("selector"),
                row.getString("public_key"),
                State.valueOf(row.getString("state")),
                finding == null ? null : Finding.valueOf(finding),
                instant(row.getTimestamp("checked_at")),
                instant(row.getTimestamp("signs_since")),
                instant(row.getTimestamp("retired_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
