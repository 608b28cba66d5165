package io.chodae.bizkit;

import io.chodae.invitation.Invitations;
import io.chodae.shared.CustomerId;
import java.util.List;
import java.util.OptionalInt;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The seats of an edition, counted under the lock of the Biz Kit so that two operators cannot share the last one. */
@Component
public class Seats {

    private final JdbcClient jdbc;
    private final Invitations invitations;
    private final BizKits bizKits;

    Seats(JdbcClient jdbc, Invitations invitations, BizKits bizKits) {
        this.jdbc = jdbc;
        this.invitations = invitations;
        this.bizKits = bizKits;
    }

    /** How it stands now. */
    public SeatUse use(CustomerId customer) {
        return use(customer, bizKits.get(customer).userLimit());
    }

    /**
     * Whether there is room for so many more, and will be until the caller's transaction ends.
     *
     * @param more people who have no seat yet
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean reserve(CustomerId customer, int more) {
        OptionalInt limit = bizKits.get(customer).userLimit();
        if (limit.isEmpty()) {
            return true;
        }
        lock(customer);
        return use(customer, limit).room(more);
    }

    /**
     * How many of so many more there is room for, until the caller's transaction ends.
     *
     * @param more people who have no seat yet
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int grant(CustomerId customer, int more) {
        OptionalInt limit = bizKits.get(customer).userLimit();
        if (limit.isEmpty()) {
            return more;
        }
        lock(customer);
        return Math.min(more, use(customer, limit).remaining().orElse(more));
    }

    private void lock(CustomerId customer) {
        jdbc.sql("select customer_id from biz_kit where customer_id = :customer for update")
                .param("customer", customer.value())
                .query(Long.class)
                .single();
    }

    /** A pending invitation of somebody who is in already, to further Plays, takes no second seat. */
    private int pending(CustomerId customer, OptionalInt limit) {
        int pending = invitations.pending(customer);
        if (limit.isEmpty() || pending == 0) {
            return pending;
        }
        List<String> enrolled = jdbc.sql("""
                        select email_key from enrolled_user where customer_id = :customer and left_at is null
                        """)
                .param("customer", customer.value())
                .query((row, number) -> row.getString("email_key"))
                .list();
        return pending - invitations.pendingAmong(customer, enrolled).size();
    }

    private SeatUse use(CustomerId customer, OptionalInt limit) {
        int enrolled = jdbc.sql("""
                        select count(*) from enrolled_user where customer_id = :customer and left_at is null
                        """)
                .param("customer", customer.value())
                .query(Integer.class)
                .single();
        return new SeatUse(limit, pending(customer, limit), enrolled);
    }
}
