package io.chodae.directory;

import io.chodae.shared.CustomerId;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whose domain is whose: proven, with its grace time counted in, and no alias. {@link DomainVerified} and
 * {@link DomainLost} say when the answer changes.
 */
@Component
public class VerifiedDomains {

    private final JdbcClient jdbc;

    VerifiedDomains(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Who holds it; the one question that is asked without knowing the customer.
     *
     * @param domain A-label, lower case
     */
    public Optional<CustomerId> holder(String domain) {
        return jdbc.sql("""
                        select customer_id from customer_domain
                        where domain = :domain and state in ('VERIFIED', 'FAILING') and kind <> 'ALIAS'
                        """)
                .param("domain", domain)
                .query((row, number) -> new CustomerId(row.getLong("customer_id")))
                .optional();
    }

    /** All that a customer holds, the primary one first. */
    public List<String> of(CustomerId customer) {
        return jdbc.sql("""
                        select domain from customer_domain
                        where customer_id = :customer and state in ('VERIFIED', 'FAILING') and kind <> 'ALIAS'
                        order by kind, domain
                        """)
                .param("customer", customer.value())
                .query((row, number) -> row.getString("domain"))
                .list();
    }
}
