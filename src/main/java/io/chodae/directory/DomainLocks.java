package io.chodae.directory;

import io.chodae.shared.CustomerId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** On which domains nobody signs up. */
@Component
public class DomainLocks {

    private final JdbcClient jdbc;

    DomainLocks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Who has locked a domain, aliases too; empty where it is open to everybody. The lock ends with the proof.
     *
     * @param domain A-label, lower case
     */
    public Optional<LockedDomain> contactFor(String domain) {
        return jdbc.sql("""
                        select d.customer_id, c.name, d.contact
                          from customer_domain d
                          join customer c using (customer_id)
                         where d.domain = :domain and d.state in ('VERIFIED', 'FAILING') and d.locked
                        """)
                .param("domain", domain)
                .query((row, number) -> new LockedDomain(
                        new CustomerId(row.getLong("customer_id")), row.getString("name"), row.getString("contact")))
                .optional();
    }
}
