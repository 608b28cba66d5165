package io.chodae.capture;

import io.chodae.capture.OpenedTransfer.Ending;
import io.chodae.capture.OpenedTransfer.Live;
import io.chodae.capture.OpenedTransfer.Over;
import io.chodae.capture.OpenedTransfer.Unknown;
import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import io.chodae.shared.LinkToken;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds what a mailed link is about. Reads only, whoever asks and however often. */
@Component
public class OpenTransfer {

    private final JdbcClient jdbc;
    private final TransferDeadlines deadlines;

    OpenTransfer(JdbcClient jdbc, TransferDeadlines deadlines) {
        this.jdbc = jdbc;
        this.deadlines = deadlines;
    }

    /** Dead or alive. */
    public OpenedTransfer byToken(LinkToken token) {
        return jdbc.sql("""
                        select u.customer_id, c.name as customer, c.suspended_at is not null as suspended,
                               coalesce(d.contact, '') as contact,
                               u.user_invitation_id, u.account_id, u.email, u.email_key, %s,
                               a.email_key = u.email_key and a.managed_by is null and d.domain is not null as open
                        from user_invitation u
                        join customer c on c.customer_id = u.customer_id
                        join account a on a.account_id = u.account_id
                        left join customer_domain d
                          on d.customer_id = u.customer_id and d.domain = a.domain
                         and d.state in ('VERIFIED', 'FAILING') and d.kind <> 'ALIAS'
                        where u.link_hash = :hash
                        """.formatted(TransferClockRows.COLUMNS))
                .param("hash", token.hash())
                .query((row, number) -> opened(row))
                .optional()
                .orElseGet(() -> retired(token));
    }

    private OpenedTransfer retired(LinkToken token) {
        return jdbc.sql("""
                        select u.state
                        from retired_user_link r
                        left join user_invitation u
                          on u.customer_id = r.customer_id and u.user_invitation_id = r.user_invitation_id
                        where r.link_hash = :hash
                        """)
                .param("hash", token.hash())
                .<OpenedTransfer>query((row, number) -> {
                    String state = row.getString("state");
                    return new Over(state == null ? Ending.GONE : replaced(UserInvitationState.valueOf(state)), null);
                })
                .optional()
                .orElseGet(Unknown::new);
    }

    private OpenedTransfer opened(ResultSet row) throws SQLException {
        CustomerId customer = new CustomerId(row.getLong("customer_id"));
        EmailAddress email = new EmailAddress(row.getString("email"), row.getString("email_key"));
        Transfer transfer = new Transfer(
                customer,
                row.getString("customer"),
                row.getString("contact"),
                row.getLong("user_invitation_id"),
                new AccountId(row.getLong("account_id")),
                email,
                deadlines.of(customer, email, TransferClockRows.read(row)));
        return switch (UserInvitationState.valueOf(row.getString("state"))) {
            case NOT_YET_SENT -> new Over(Ending.CANCELED, transfer);
            case DECLINED -> new Over(Ending.DECLINED, transfer);
            case ACCEPTED -> new Over(Ending.ACCEPTED, transfer);
            case INVITED -> {
                if (row.getBoolean("suspended")) {
                    yield new Over(Ending.CUSTOMER_SUSPENDED, transfer);
                }
                yield row.getBoolean("open") ? new Live(transfer) : new Over(Ending.GONE, transfer);
            }
        };
    }

    private static Ending replaced(UserInvitationState state) {
        return switch (state) {
            case INVITED -> Ending.REPLACED;
            case NOT_YET_SENT -> Ending.CANCELED;
            case ACCEPTED -> Ending.ACCEPTED;
            case DECLINED -> Ending.DECLINED;
        };
    }
}
