package io.chodae.domain;

import io.chodae.shared.CustomerId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What customers were told about their domains. */
@Component
public class DomainNotices {

    private static final int SHOWN = 20;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    DomainNotices(JdbcClient jdbc, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
    }

    /** Those of the ids that the customer has, in no particular order. */
    public List<DomainNotice> byIds(CustomerId customer, Collection<Long> ids) {
        return jdbc.sql("""
                        select customer_id, notice_id, domain, news, at, until, other from domain_notice
                        where customer_id = :customer and notice_id = any(:ids)
                        """)
                .param("customer", customer.value())
                .param("ids", ids.toArray(Long[]::new))
                .query(DomainNotices::notice)
                .list();
    }

    /** The latest about one domain, the newest first. */
    public List<DomainNotice> about(CustomerId customer, String domain) {
        return jdbc.sql("""
                        select customer_id, notice_id, domain, news, at, until, other from domain_notice
                        where customer_id = :customer and domain = :domain
                        order by notice_id desc limit :shown
                        """)
                .param("customer", customer.value())
                .param("domain", domain)
                .param("shown", SHOWN)
                .query(DomainNotices::notice)
                .list();
    }

    /** In the caller's transaction. */
    void tell(Domain claim, DomainNews news, @Nullable Instant until, String other) {
        long id = jdbc.sql("""
                        insert into domain_notice (customer_id, domain, news, at, until, other)
                        values (:customer, :domain, :news, :now, :until, :other)
                        returning notice_id
                        """)
                .param("customer", claim.customer().value())
                .param("domain", claim.name())
                .param("news", news.name())
                .param("now", Timestamp.from(clock.instant()))
                .param("until", until == null ? null : Timestamp.from(until))
                .param("other", other)
                .query(Long.class)
                .single();
        events.publishEvent(new DomainNoticeWritten(claim.customer(), id, news));
    }

    private static DomainNotice notice(ResultSet row, int number) throws SQLException {
        Timestamp until = row.getTimestamp("until");
        return new DomainNotice(
                new CustomerId(row.getLong("customer_id")),
                row.getLong("notice_id"),
                row.getString("domain"),
                DomainNews.valueOf(row.getString("news")),
                row.getTimestamp("at").toInstant(),
                until == null ? null : until.toInstant(),
                row.getString("other"));
    }
}
