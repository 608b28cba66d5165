package io.chodae.directory;

import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Decides who would lose an address: what this room knows first, then what the shields of other rooms know. */
@Component
class EvictionVerdicts {

    private final JdbcClient jdbc;
    private final List<EvictionShield> shields;

    EvictionVerdicts(JdbcClient jdbc, List<EvictionShield> shields) {
        this.jdbc = jdbc;
        this.shields = shields;
    }

    /** By the addresses' keys, in their order. */
    Map<String, EvictionVerdict> of(CustomerId customer, List<EmailAddress> addresses) {
        Map<String, EvictionVerdict> found = new HashMap<>();
        jdbc.sql("""
                        select asked.email_key, coalesce(a.email, asked.email_key) as email, a.account_id, %s as refusal
                          from unnest(:keys::text[], :domains::text[]) as asked (email_key, domain)
                          left join account a on a.email_key = asked.email_key
                        """.formatted(REFUSAL))
                .param("customer", customer.value())
                .param("keys", addresses.stream().map(EmailAddress::key).toArray(String[]::new))
                .param("domains", addresses.stream().map(EmailAddress::domain).toArray(String[]::new))
                .query(EvictionVerdicts::verdict)
                .list()
                .forEach(verdict -> found.put(verdict.email().key(), verdict));
        List<EvictionVerdict> inOrder = addresses.stream()
                .map(EmailAddress::key)
                .distinct()
                .map(key -> Objects.requireNonNull(found.get(key)))
                .toList();
        Map<String, EvictionVerdict> verdicts = new java.util.LinkedHashMap<>();
        shielded(inOrder).forEach(verdict -> verdicts.put(verdict.email().key(), verdict));
        return verdicts;
    }

    /** The customer's unmanaged accounts by their address's key, which comes after this one. */
    List<EvictionVerdict> page(CustomerId customer, String after, int size) {
        return shielded(jdbc.sql("""
                        select asked.email_key, a.email, a.account_id, %s as refusal
                          from (select page.email_key, page.domain
                                  from customer_domain d
                                 cross join lateral (select account.email_key, account.domain
                                                       from account
                                                      where account.domain = d.domain and account.managed_by is null
                                                        and account.email_key > :after
                                                      order by account.email_key
                                                      limit :size) page
                                 where d.customer_id = :customer and d.state in ('VERIFIED', 'FAILING')
                                   and d.kind <> 'ALIAS'
                                 order by page.email_key
                                 limit :size) asked
                          join account a on a.email_key = asked.email_key
                         order by asked.email_key
                        """.formatted(REFUSAL))
                .param("customer", customer.value())
                .param("after", after)
                .param("size", size)
                .query(EvictionVerdicts::verdict)
                .list());
    }

    private static final String REFUSAL = """
            case when a.account_id is null then 'NO_ACCOUNT'
                 when a.managed_by is not null then 'MANAGED'
                 when not exists (select 1 from customer_domain held
                                   where held.customer_id = :customer and held.domain = asked.domain
                                     and held.state in ('VERIFIED', 'FAILING') and held.kind <> 'ALIAS')
                   then 'FOREIGN_DOMAIN'
                 when exists (select 1 from eviction_exception e
                               where e.customer_id = :customer and e.email_key = asked.email_key) then 'EXEMPT'
            end""";

    private List<EvictionVerdict> shielded(List<EvictionVerdict> verdicts) {
        List<AccountId> hit = verdicts.stream()
                .filter(EvictionVerdict::hit)
                .map(EvictionVerdict::account)
                .flatMap(Stream::ofNullable)
                .toList();
        List<EvictionVerdict> result = new ArrayList<>(verdicts);
        for (EvictionShield shield : shields) {
            Set<AccountId> kept = hit.isEmpty() ? Set.of() : shield.among(hit);
            result.replaceAll(verdict -> verdict.hit() && verdict.account() != null && kept.contains(verdict.account())
                    ? new EvictionVerdict(verdict.email(), verdict.account(), shield.reason())
                    : verdict);
        }
        return result;
    }

    private static EvictionVerdict verdict(ResultSet row, int number) throws SQLException {
        long id = row.getLong("account_id");
        AccountId account = row.wasNull() ? null : new AccountId(id);
        return new EvictionVerdict(
                new EmailAddress(row.getString("email"), row.getString("email_key")),
                account,
                refusal(row.getString("refusal")));
    }

    private static @Nullable EvictionRefusal refusal(@Nullable String word) {
        return word == null ? null : EvictionRefusal.valueOf(word);
    }
}
