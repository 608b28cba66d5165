package io.chodae.bizkit;

import io.chodae.bizkit.PlayAccess.Contact;
import io.chodae.bizkit.PlayAccess.Reason;
import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The question that a Play's sign-in asks: may this account use this Play now, and if not, why. */
@Component
public class MayUsePlay {

    private final JdbcClient jdbc;
    private final EnrolledUsers users;
    private final SiteDay day;

    MayUsePlay(JdbcClient jdbc, EnrolledUsers users, SiteDay day) {
        this.jdbc = jdbc;
        this.users = users;
        this.day = day;
    }

    /** As of now. Where this customer has no such Play, nobody may use it. */
    @Transactional(readOnly = true)
    public PlayAccess ask(CustomerId customer, long playId, AccountId account) {
        Optional<EnrolledUser> user = users.usingPlay(customer, playId, account);
        return user.isPresent() ? new PlayAccess.Granted(user.get()) : refusal(customer, playId, account);
    }

    private PlayAccess.Refused refusal(CustomerId customer, long playId, AccountId account) {
        return jdbc.sql("""
                        select u.left_at is not null or coalesce(u.ends_on < :today, false) as has_left,
                               c.suspended_at is not null as stopped, u.suspended_at is not null as suspended,
                               exists (select 1 from private_play p
                                       where p.customer_id = u.customer_id and p.play_id = :play and p.enabled) as play_on,
                               exists (select 1 from enrolled_user_play w
                                       where w.customer_id = u.customer_id and w.user_id = u.user_id
                                         and w.play_id = :play and w.withdrawn_at is not null) as withdrew,
                               o.inviter_name, o.contact_email, o.contact_phone
                        from enrolled_user u
                        join customer c on c.customer_id = u.customer_id
                        join invitation i on i.customer_id = u.customer_id and i.invitation_id = u.invitation_id
                        join offer o on o.customer_id = i.customer_id and o.offer_id = i.offer_id
                        where u.customer_id = :customer and u.account_id = :account
                        order by u.user_id desc
                        limit 1
                        """)
                .param("customer", customer.value())
                .param("play", playId)
                .param("account", account.value())
                .param("today", day.today())
                .query((row, number) -> new PlayAccess.Refused(reason(row), contact(row)))
                .optional()
                .orElseGet(() -> new PlayAccess.Refused(Reason.NOT_ENROLLED, null));
    }

    private static Reason reason(ResultSet row) throws SQLException {
        if (row.getBoolean("has_left")) {
            return Reason.LEFT;
        }
        if (row.getBoolean("stopped")) {
            return Reason.PUBLISHER_STOPPED;
        }
        if (row.getBoolean("suspended")) {
            return Reason.SUSPENDED;
        }
        if (!row.getBoolean("play_on")) {
            return Reason.PLAY_OFF;
        }
        return row.getBoolean("withdrew") ? Reason.WITHDREW_FROM_PLAY : Reason.NOT_OFFERED;
    }

    private static Contact contact(ResultSet row) throws SQLException {
        return new Contact(
                row.getString("inviter_name"), row.getString("contact_email"), row.getString("contact_phone"));
    }
}
