package io.chodae.directory;

import io.chodae.shared.CustomerId;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who holds which domain, as far as accounts on it are concerned: proven, perhaps with a proof that was not found
 * lately, and no alias.
 */
@Component
public class VerifiedDomains {

    private final JdbcClient jdbc;

    VerifiedDomains(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The one customer that holds a domain, which is an A-label in lower case. */
    public Optional<CustomerId> holder(String domain) {
        return jdbc.sql("""
                        select customer_id from customer_domain
                        where domain = :domain and state in ('VERIFIED', 'FAILING') and kind <> 'ALIAS'
                        """)
                .param("domain", domain)
                .query(Long.class)
                .optional()
                .map(CustomerId::new);
    }

    /** The domains that a customer holds. */
    public List<String> of(CustomerId customer) {
        return jdbc.sql("""
                        select domain from customer_domain
                        where customer_id = :customer and state in ('VERIFIED', 'FAILING') and kind <> 'ALIAS'
                        order by domain
                        """)
                .param("customer", customer.value())
                .query((row, number) -> row.getString("domain"))
                .list();
    }
}
