package io.chodae.capture;

import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What mails about user invitations have to tell, as it stands when they go out. */
@Component
public class PendingTransfers {

    private final JdbcClient jdbc;
    private final TransferDeadlines deadlines;

    PendingTransfers(JdbcClient jdbc, TransferDeadlines deadlines) {
        this.jdbc = jdbc;
        this.deadlines = deadlines;
    }

    private record Row(
            long id,
            EmailAddress email,
            int linkNumber,
            String customer,
            String domain,
            String contact,
            TransferClock clock) {

        Pending pending(@Nullable TransferDeadline deadline) {
            TransferClock.Notice notice = clock.notice();
            return new Pending(
                    linkNumber,
                    customer,
                    domain,
                    contact,
                    clock.state() == UserInvitationState.DECLINED,
                    notice == null ? 0 : notice.number(),
                    deadline);
        }
    }

    /**
     * One that can be answered.
     *
     * @param linkNumber of the link that works
     * @param domain of the address
     * @param contact whom people of that domain may ask; empty where the customer named nobody
     * @param declined whether its person said no
     * @param notice number of the last notice, if one was written; 0 for none
     * @param deadline null: there is none
     */
    public record Pending(
            int linkNumber,
            String customerName,
            String domain,
            String contact,
            boolean declined,
            int notice,
            @Nullable TransferDeadline deadline) {}

    /** By id; what nobody can answer any more is left out, but for those who declined and were given a last notice. */
    public Map<Long, Pending> byIds(CustomerId customer, Collection<Long> ids) {
        List<Row> rows = new ArrayList<>();
        jdbc.sql("""
                        select u.user_invitation_id, u.link_number, u.email, u.email_key, c.name, d.domain, d.contact,
                               %s
                        from user_invitation u
                        join customer c on c.customer_id = u.customer_id and c.suspended_at is null
                        join account a
                          on a.account_id = u.account_id and a.email_key = u.email_key and a.managed_by is null
                        join customer_domain d
                          on d.customer_id = u.customer_id and d.domain = a.domain
                         and d.state in ('VERIFIED', 'FAILING') and d.kind <> 'ALIAS'
                        where u.customer_id = :customer and u.user_invitation_id = any(:ids)
                          and (u.state = 'INVITED' or u.state = 'DECLINED' and u.notice_number is not null)
                        """.formatted(TransferClockRows.COLUMNS))
                .param("customer", customer.value())
                .param("ids", ids.toArray(Long[]::new))
                .query(row -> {
                    rows.add(read(row));
                });
        Map<EmailAddress, TransferClock> clocks = new HashMap<>();
        rows.forEach(row -> clocks.put(row.email(), row.clock()));
        Map<String, TransferDeadline> found = deadlines.of(customer, clocks);
        return rows.stream()
                .collect(Collectors.toMap(
                        Row::id, row -> row.pending(found.get(row.email().key()))));
    }

    private static Row read(ResultSet row) throws SQLException {
        return new Row(
                row.getLong("user_invitation_id"),
                new EmailAddress(row.getString("email"), row.getString("email_key")),
                row.getInt("link_number"),
                row.getString("name"),
                row.getString("domain"),
                row.getString("contact"),
                TransferClockRows.read(row));
    }
}
