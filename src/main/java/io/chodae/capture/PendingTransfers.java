package io.chodae.capture;

import io.chodae.shared.CustomerId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What mails about user invitations have to tell, as it stands when they go out. */
@Component
public class PendingTransfers {

    private final JdbcClient jdbc;

    PendingTransfers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One that can be answered.
     *
     * @param linkNumber of the link that works
     * @param domain of the address
     * @param contact whom people of that domain may ask; empty where the customer named nobody
     */
    public record Pending(int linkNumber, String customerName, String domain, String contact) {}

    /** By id; what nobody can answer any more is left out. */
    public Map<Long, Pending> byIds(CustomerId customer, Collection<Long> ids) {
        Map<Long, Pending> found = new HashMap<>();
        jdbc.sql("""
                        select u.user_invitation_id, u.link_number, c.name, d.domain, d.contact
                        from user_invitation u
                        join customer c on c.customer_id = u.customer_id and c.suspended_at is null
                        join account a
                          on a.account_id = u.account_id and a.email_key = u.email_key and a.managed_by is null
                        join customer_domain d
                          on d.customer_id = u.customer_id and d.domain = a.domain
                         and d.state in ('VERIFIED', 'FAILING') and d.kind <> 'ALIAS'
                        where u.customer_id = :customer and u.user_invitation_id = any(:ids) and u.state = 'INVITED'
                        """)
                .param("customer", customer.value())
                .param("ids", ids.toArray(Long[]::new))
                .query(row -> {
                    found.put(
                            row.getLong("user_invitation_id"),
                            new Pending(
                                    row.getInt("link_number"),
                                    row.getString("name"),
                                    row.getString("domain"),
                                    row.getString("contact")));
                });
        return found;
    }
}
