package io.chodae.bizkit;

import io.chodae.shared.CustomerId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Questions about acts on many people. */
@Component
public class PeopleJobs {

    private static final String JOBS = """
            select a.*, g.name as group_name from people_act a
            left join user_group g on g.customer_id = a.customer_id and g.group_id = a.group_id
            where a.customer_id = :customer
            """;

    private final JdbcClient jdbc;

    PeopleJobs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<PeopleJob> find(CustomerId customer, long actId) {
        return jdbc.sql(JOBS + " and a.act_id = :act")
                .param("customer", customer.value())
                .param("act", actId)
                .query(PeopleJobs::read)
                .optional();
    }

    /** Those under way, newest first. */
    public List<PeopleJob> running(CustomerId customer) {
        return jdbc.sql(JOBS + " and a.state = 'RUNNING' order by a.act_id desc limit 5")
                .param("customer", customer.value())
                .query(PeopleJobs::read)
                .list();
    }

    private static PeopleJob read(ResultSet row, int number) throws SQLException {
        Timestamp finished = row.getTimestamp("finished_at");
        return new PeopleJob(
                row.getLong("act_id"),
                PeopleAct.Kind.valueOf(row.getString("kind")),
                row.getObject("group_id", Long.class),
                row.getString("group_name"),
                row.getObject("ends_on", LocalDate.class),
                row.getInt("total"),
                row.getInt("seen"),
                row.getInt("changed"),
                row.getInt("needs_invitation"),
                PeopleJob.State.valueOf(row.getString("state")),
                row.getTimestamp("created_at").toInstant(),
                row.getString("actor_label"),
                finished == null ? null : finished.toInstant());
    }
}
