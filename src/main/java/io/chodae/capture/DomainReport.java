package io.chodae.capture;

import io.chodae.audit.CountActions;
import io.chodae.shared.CustomerId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How the accounts on a customer's domains stand, and how that came about. */
@Component
public class DomainReport {

    private static final Duration WEEK = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final CountActions actions;
    private final Clock clock;
    private final ZoneId zone;

    DomainReport(JdbcClient jdbc, CountActions actions, Clock clock, @Value("${chodae.time-zone}") ZoneId zone) {
        this.jdbc = jdbc;
        this.actions = actions;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * One domain now.
     *
     * @param domain A-label
     * @param invited those who have not answered
     * @param thisWeek those who were sent a request within seven days, whatever they answered
     * @param evicted those who have chosen no other address yet
     */
    public record OfDomain(
            String domain,
            long notYetSent,
            long invited,
            long declined,
            long thisWeek,
            long managed,
            long suspended,
            long evicted) {}

    /** What happened on one day. */
    public record Day(LocalDate day, long appeared, long invited, long accepted, long declined, long taken) {}

    /** Every domain that the customer holds, the primary one first. */
    public List<OfDomain> domains(CustomerId customer) {
        return jdbc.sql("""
                        select d.domain, u.fresh, u.invited, u.declined, u.week, m.managed, m.suspended, e.evicted
                          from customer_domain d
                          left join (select split_part(email_key, '@', -1) as domain,
                                            count(*) filter (where state = 'NOT_YET_SENT') as fresh,
                                            count(*) filter (where state = 'INVITED') as invited,
                                            count(*) filter (where state = 'DECLINED') as declined,
                                            count(*) filter (where sent_at > :week) as week
                                       from user_invitation where customer_id = :customer group by 1) u
                            on u.domain = d.domain
                          left join (select domain, count(*) as managed, count(suspended_at) as suspended
                                       from account
                                      where managed_by = :customer and deleted_at is null group by 1) m
                            on m.domain = d.domain
                          left join (select split_part(evicted_from_key, '@', -1) as domain, count(*) as evicted
                                       from account
                                      where evicted_by = :customer and deleted_at is null group by 1) e
                            on e.domain = d.domain
                         where d.customer_id = :customer and d.state in ('VERIFIED', 'FAILING') and d.kind <> 'ALIAS'
                         order by d.kind, d.domain
                        """)
                .param("customer", customer.value())
                .param("week", Timestamp.from(clock.instant().minus(WEEK)))
                .query(DomainReport::read)
                .list();
    }

    /** The last days, today last. */
    public List<Day> days(CustomerId customer, int count) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        LocalDate first = today.minusDays(count - 1L);
        Instant since = first.atStartOfDay(zone).toInstant();
        Map<String, Map<LocalDate, Long>> acts = actions.perDay(
                customer,
                List.of(
                        "user_invitation.sent",
                        "user_invitation.sent_again",
                        "user_invitation.accepted",
                        "user_invitation.declined",
                        "account.evicted"),
                since,
                zone);
        Map<LocalDate, Long> appeared = appeared(customer, since);
        return Stream.iterate(first, day -> day.plusDays(1))
                .limit(count)
                .map(day -> new Day(
                        day,
                        appeared.getOrDefault(day, 0L),
                        of(acts, "user_invitation.sent", day) + of(acts, "user_invitation.sent_again", day),
                        of(acts, "user_invitation.accepted", day),
                        of(acts, "user_invitation.declined", day),
                        of(acts, "account.evicted", day)))
                .toList();
    }

    /** Whatever became of them since. */
    private Map<LocalDate, Long> appeared(CustomerId customer, Instant since) {
        Map<LocalDate, Long> days = new HashMap<>();
        jdbc.sql("""
                        select cast(a.created_at at time zone :zone as date) as day, count(*) as n
                          from customer_domain d
                          join account a on a.domain = d.domain and a.created_at >= :since
                         where d.customer_id = :customer and d.state in ('VERIFIED', 'FAILING') and d.kind <> 'ALIAS'
                         group by day
                        """)
                .param("zone", zone.getId())
                .param("since", Timestamp.from(since))
                .param("customer", customer.value())
                .query(row -> {
                    days.put(row.getObject("day", LocalDate.class), row.getLong("n"));
                });
        return days;
    }

    private static long of(Map<String, Map<LocalDate, Long>> acts, String action, LocalDate day) {
        return acts.getOrDefault(action, Map.of()).getOrDefault(day, 0L);
    }

    private static OfDomain read(ResultSet row, int number) throws SQLException {
        return new OfDomain(
                row.getString("domain"),
                row.getLong("fresh"),
                row.getLong("invited"),
                row.getLong("declined"),
                row.getLong("week"),
                row.getLong("managed"),
                row.getLong("suspended"),
                row.getLong("evicted"));
    }
}
