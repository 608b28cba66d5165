package io.chodae.invitation;

import io.chodae.shared.CustomerId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes the live link from older invitations of people who are being invited anew: one address, one live link. */
@Component
class SupersedeInvitations {

    private final JdbcClient jdbc;
    private final ExpireInvitations expire;

    SupersedeInvitations(JdbcClient jdbc, ExpireInvitations expire) {
        this.jdbc = jdbc;
        this.expire = expire;
    }

    void replacedBy(CustomerId customer, long offerId, List<Invitee> invitees, Instant now) {
        expire.expireAmong(customer, SendInvitations.keys(invitees));
        // Locked in the order of the keys, so that two campaigns with the same people wait for each other and never
        // deadlock. Looked up key by key, and without a condition that the index on states could serve: freshly written
        // rows have no statistics, and the database would take all that are alive for a handful.
        jdbc.sql("""
                        update invitation i
                        set state = 'NOT_YET_SENT', withdrawn = 'SUPERSEDED', ended_at = :now, updated_at = :now
                        from unnest(:keys::text[]) as k (key)
                        cross join lateral (select o.invitation_id from invitation o
                                            where o.customer_id = :customer and o.email_key = k.key
                                              and o.state is not distinct from 'INVITED' and o.kind = 'BIZ'
                                              and o.offer_id <> :offer
                                            for update) as old
                        where i.customer_id = :customer and i.invitation_id = old.invitation_id
                        """)
                .param("customer", customer.value())
                .param("offer", offerId)
                .param("keys", SendInvitations.keys(invitees))
                .param("now", Timestamp.from(now))
                .update();
    }
}
