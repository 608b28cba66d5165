package io.chodae.identity;

import io.chodae.audit.Actor;
import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;
import io.chodae.shared.GatheredLookup;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Says for whom the bearer of an access token calls. One query, in which everything is asked that may have ended. */
@Component
public class ApiTokens {

    private static final int MAX_LENGTH = 512;
    private static final int LOOKUPS = 2;
    private static final int TOGETHER = 100;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final GatheredLookup<String, ApiCaller> serviceAccounts =
            new GatheredLookup<>(this::ofServiceAccounts, LOOKUPS, TOGETHER);
    private final GatheredLookup<String, ApiCaller> programs =
            new GatheredLookup<>(this::ofPrograms, LOOKUPS, TOGETHER);

    ApiTokens(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Empty for everything that is no good at this moment: an unknown or revoked token or one that ran out; a revoked
     * key; a disabled service account; a consent that was withdrawn; an administrator who works for the customer no more, or whose account is closed or
     * suspended; a customer that was stopped. Nothing is remembered, so ask once for each request or batch.
     */
    public Optional<ApiCaller> verify(String bearer) {
        if (bearer.isEmpty() || bearer.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        String hash = ClientSecrets.hash(bearer);
        return bearer.startsWith(ClientSecrets.PREFIX) ? serviceAccounts.find(hash) : programs.find(hash);
    }

    private Map<String, ApiCaller> ofServiceAccounts(Set<String> hashes) {
        return callers(hashes, """
                        select t.token_hash, t.customer_id, t.account_id, a.email, o.role, t.scopes, s.scopes as delegated,
                               s.client_id, s.name as program
                          from service_account_token t
                          join service_account_key k using (customer_id, service_account_id, key_id)
                          join service_account s using (customer_id, service_account_id)
                          join customer c using (customer_id)
                          join operator o using (customer_id, account_id)
                          join account a using (account_id)
                         where t.token_hash = any(:hashes) and t.expires_at > :now
                           and k.revoked_at is null and s.disabled_at is null and c.suspended_at is null
                           and a.disabled_at is null and a.suspended_at is null
                        """);
    }

    /** The provider's own tokens are as long as they are; a revoked one is marked in its metadata. */
    private Map<String, ApiCaller> ofPrograms(Set<String> hashes) {
        return callers(hashes, """
                        select z.access_token_value as token_hash, g.customer_id, g.account_id, a.email, o.role, g.scopes, g.scopes as delegated,
                               p.client_id, p.name as program
                          from oauth2_authorization z
                          join program_consent g on g.authorization_id = z.id
                          join program p on p.client_id = g.client_id
                          join customer home on home.customer_id = p.customer_id
                          join customer c on c.customer_id = g.customer_id
                          join operator o on o.customer_id = g.customer_id and o.account_id = g.account_id
                          join account a on a.account_id = g.account_id
                         where z.access_token_value = any(:hashes) and z.access_token_expires_at > :now
                           and (z.access_token_metadata::jsonb ->> 'metadata.token.invalidated') = 'false'
                           and home.suspended_at is null and c.suspended_at is null
                           and a.disabled_at is null and a.suspended_at is null
                        """);
    }

    private Map<String, ApiCaller> callers(Set<String> hashes, String query) {
        Map<String, ApiCaller> found = new HashMap<>();
        jdbc.sql(query)
                .param("hashes", hashes.toArray(String[]::new))
                .param("now", Timestamp.from(clock.instant()))
                .query(row -> {
                    found.put(row.getString("token_hash"), caller(row));
                });
        return found;
    }

    private static ApiCaller caller(ResultSet row) throws SQLException {
        AccountId administrator = new AccountId(row.getLong("account_id"));
        String email = row.getString("email");
        List<String> delegated = List.of((String[]) row.getArray("delegated").getArray());
        Set<String> scopes = Stream.of((String[]) row.getArray("scopes").getArray())
                .filter(scope -> ApiScopes.covers(delegated, scope))
                .collect(Collectors.toUnmodifiableSet());
        CallingProgram program = new CallingProgram(row.getString("client_id"), row.getString("program"));
        return new ApiCaller(
                new CustomerId(row.getLong("customer_id")),
                administrator,
                email,
                ApiScopes.within(Role.valueOf(row.getString("role")), scopes),
                Actor.program(administrator, email, program.name()),
                program);
    }
}
