package io.chodae.invitation;

import io.chodae.shared.CustomerId;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Many invitations at once, locked in the order of their match keys. */
@Repository
class BulkRows {

    private final JdbcClient jdbc;
    private final Clock clock;

    BulkRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Those of the ids that this customer has, locked until the caller's transaction ends. */
    List<Invitation> lock(CustomerId customer, List<Long> ids) {
        return jdbc.sql("select " + InvitationRows.COLUMNS + """
                         from invitation i
                        where i.customer_id = :customer and i.invitation_id = any(:ids)
                        order by i.email_key, i.invitation_id
                        for update
                        """)
                .param("customer", customer.value())
                .param("ids", ids.toArray(Long[]::new))
                .param("now", now())
                .query(InvitationRows::read)
                .list();
    }

    /** Which match keys have a live link of an invitation that is not among these. */
    List<String> keysAliveElsewhere(CustomerId customer, List<Invitation> among) {
        return jdbc.sql("""
                        select k.key
                        from unnest(:keys::text[]) as k (key)
                        cross join lateral (select from invitation i
                                            where i.customer_id = :customer and i.email_key = k.key and i.kind = 'BIZ'
                                              and i.state is not distinct from 'INVITED'
                                              and (i.expires_at <= :now) is not true
                                              and i.invitation_id <> all(:ids)
                                            limit 1) as found
                        """)
                .param("customer", customer.value())
                .param("keys", among.stream().map(one -> one.email().key()).toArray(String[]::new))
                .param("ids", among.stream().map(one -> one.id().value()).toArray(Long[]::new))
                .param("now", now())
                .query((row, number) -> row.getString("key"))
                .list();
    }

    Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
