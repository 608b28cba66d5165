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
        // Locked in one order, so that two campaigns with the same people wait for each other and never deadlock.
        jdbc.sql("""
                        update invitation i
                        set state = 'NOT_YET_SENT', withdrawn = 'SUPERSEDED', ended_at = :now, updated_at = :now
                        from (select o.invitation_id
                              from invitation o
                              where o.customer_id = :customer and o.email_key = any(:keys)
                                and o.state = 'INVITED' and o.kind = 'BIZ' and o.offer_id <> :offer
                              order by o.email_key
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
