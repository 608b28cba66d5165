package io.chodae.capture;

import io.chodae.mail.Deliveries;
import io.chodae.mail.Delivery;
import io.chodae.mail.MailSubject;
import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Why people declined, and whether their mails arrived. */
@Component
public class TransferNotes {

    private final JdbcClient jdbc;
    private final Deliveries deliveries;

    TransferNotes(JdbcClient jdbc, Deliveries deliveries) {
        this.jdbc = jdbc;
        this.deliveries = deliveries;
    }

    private record Row(String key, String reason, String kind, MailSubject mail) {}

    /**
     * Of those who were asked, by the key of the address.
     *
     * @param emails a thousand at most
     */
    public Map<String, TransferNote> of(CustomerId customer, List<EmailAddress> emails) {
        List<Row> rows = jdbc.sql("""
                        select u.email_key, u.user_invitation_id, u.link_number, u.follow_ups, u.notice_number,
                               case when u.state = 'DECLINED' then coalesce(u.decline_reason, '') else '' end as reason
                          from user_invitation u
                         where u.customer_id = :customer and u.email_key = any(:keys)
                           and u.state in ('INVITED', 'DECLINED')
                        """)
                .param("customer", customer.value())
                .param("keys", Addresses.keys(emails).toArray(String[]::new))
                .query(TransferNotes::row)
                .list();
        Map<String, Map<MailSubject, Delivery>> mails = new HashMap<>();
        rows.stream()
                .collect(Collectors.groupingBy(Row::kind))
                .forEach((kind, some) -> mails.put(
                        kind,
                        deliveries.of(
                                customer, kind, some.stream().map(Row::mail).toList())));
        Map<String, TransferNote> notes = new HashMap<>();
        rows.forEach(row -> notes.put(
                row.key(),
                new TransferNote(
                        row.reason(),
                        Objects.requireNonNull(mails.get(row.kind())).get(row.mail()))));
        return notes;
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        int link = row.getInt("link_number");
        int followUps = row.getInt("follow_ups");
        int notice = row.getInt("notice_number");
        boolean noticed = !row.wasNull() && notice == followUps;
        String kind = followUps == 0 ? TransferMails.REQUEST : noticed ? TransferMails.NOTICE : TransferMails.REMINDER;
        return new Row(
                row.getString("email_key"),
                row.getString("reason"),
                kind,
                new MailSubject(
                        row.getLong("user_invitation_id"),
                        followUps == 0 ? link : TransferMails.number(link, followUps)));
    }
}
