package io.chodae.campaign;

import io.chodae.audit.Actor;
import io.chodae.invitation.BulkOutcome;
import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The tables of {@link InvitationJob}. */
@Repository
class JobStore {

    private static final TypeReference<Map<BulkOutcome, Integer>> RESULTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    JobStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** A job that is not at its end, with where it stands and who asked for it. */
    record Running(InvitationJob job, long lastId, Actor actor) {}

    /** Empty where this press has its job already. */
    Optional<Long> insert(
            CustomerId customer, UUID press, JobAct act, @Nullable Long groupId, Actor actor, Instant now) {
        AccountId account = actor.account();
        return jdbc.sql("""
                        insert into invitation_job (customer_id, press, act, group_id, total, last_id, created_by,
                                                    created_label, created_at)
                        values (:customer, :press, :act, :group, 0, :last, :account, :label, :now)
                        on conflict (customer_id, press) do nothing
                        returning job_id""")
                .param("customer", customer.value())
                .param("press", press)
                .param("act", act.name())
                .param("group", groupId, Types.BIGINT)
                .param("last", Long.MAX_VALUE)
                .param("account", account == null ? null : account.value(), Types.BIGINT)
                .param("label", actor.label())
                .param("now", Timestamp.from(now))
                .query(Long.class)
                .optional();
    }

    long ofPress(CustomerId customer, UUID press) {
        return jdbc.sql("select job_id from invitation_job where customer_id = :customer and press = :press")
                .param("customer", customer.value())
                .param("press", press)
                .query(Long.class)
                .single();
    }

    void addPeople(CustomerId customer, long jobId, List<Long> ids) {
        jdbc.sql("""
                        insert into invitation_job_person (customer_id, job_id, invitation_id)
                        select :customer, :job, id from unnest(:ids::bigint[]) as id
                        on conflict do nothing""")
                .param("customer", customer.value())
                .param("job", jobId)
                .param("ids", ids.toArray(Long[]::new))
                .update();
    }

    /** @return how many people it is about */
    int total(CustomerId customer, long jobId) {
        return jdbc.sql("""
                        update invitation_job j
                        set total = (select count(*) from invitation_job_person p
                                     where p.customer_id = j.customer_id and p.job_id = j.job_id)
                        where j.customer_id = :customer and j.job_id = :job
                        returning total""")
                .param("customer", customer.value())
                .param("job", jobId)
                .query(Integer.class)
                .single();
    }

    Optional<InvitationJob> find(CustomerId customer, long jobId) {
        return jdbc.sql("select * from invitation_job where customer_id = :customer and job_id = :job")
                .param("customer", customer.value())
                .param("job", jobId)
                .query((row, number) -> read(row))
                .optional();
    }

    List<InvitationJob> running(CustomerId customer) {
        return jdbc.sql("""
                        select * from invitation_job
                        where customer_id = :customer and finished_at is null
                        order by job_id desc""")
                .param("customer", customer.value())
                .query((row, number) -> read(row))
                .list();
    }

    /** Kept from every other worker until the transaction ends; empty at the end of the job. */
    Optional<Running> lock(CustomerId customer, long jobId) {
        return jdbc.sql("""
                        select * from invitation_job
                        where customer_id = :customer and job_id = :job and finished_at is null
                        for update""")
                .param("customer", customer.value())
                .param("job", jobId)
                .query((row, number) -> {
                    long account = row.getLong("created_by");
                    AccountId creator = row.wasNull() ? null : new AccountId(account);
                    return new Running(
                            read(row), row.getLong("last_id"), new Actor(creator, row.getString("created_label")));
                })
                .optional();
    }

    List<Long> next(Running running, int limit) {
        return jdbc.sql("""
                        select invitation_id from invitation_job_person
                        where customer_id = :customer and job_id = :job and invitation_id < :last
                        order by invitation_id desc
                        limit :limit""")
                .param("customer", running.job().customer().value())
                .param("job", running.job().id())
                .param("last", running.lastId())
                .param("limit", limit)
                .query((row, number) -> row.getLong("invitation_id"))
                .list();
    }

    void advance(Running running, List<Long> ids, Map<Long, BulkOutcome> outcomes, Instant now) {
        InvitationJob job = running.job();
        int written = jdbc.sql("""
                        update invitation_job_person p set result = t.result, done_at = :now
                        from unnest(:ids::bigint[], :results::text[]) as t (id, result)
                        where p.customer_id = :customer and p.job_id = :job and p.invitation_id = t.id
                          and p.result is null""")
                .param("ids", ids.toArray(Long[]::new))
                .param("results", ids.stream().map(id -> name(outcomes, id)).toArray(String[]::new))
                .param("customer", job.customer().value())
                .param("job", job.id())
                .param("now", Timestamp.from(now))
                .update();
        if (written != ids.size()) {
            throw new IllegalStateException(
                    "%d of %d people were still to be dealt with".formatted(written, ids.size()));
        }
        Map<BulkOutcome, Integer> results = new EnumMap<>(BulkOutcome.class);
        results.putAll(job.results());
        ids.forEach(id -> results.merge(outcomes.getOrDefault(id, BulkOutcome.GONE), 1, Integer::sum));
        jdbc.sql("""
                        update invitation_job set last_id = :last, results = cast(:results as jsonb)
                        where customer_id = :customer and job_id = :job""")
                .param("last", ids.getLast())
                .param("results", json.writeValueAsString(results))
                .param("customer", job.customer().value())
                .param("job", job.id())
                .update();
    }

    private static String name(Map<Long, BulkOutcome> outcomes, Long id) {
        return outcomes.getOrDefault(id, BulkOutcome.GONE).name();
    }

    void finish(InvitationJob job, Instant now) {
        jdbc.sql("update invitation_job set finished_at = :now where customer_id = :customer and job_id = :job")
                .param("now", Timestamp.from(now))
                .param("customer", job.customer().value())
                .param("job", job.id())
                .update();
    }

    /** What was done to one invitation by jobs, oldest first. */
    List<InvitationJobs.Done> doneTo(CustomerId customer, long invitationId) {
        return jdbc.sql("""
                        select j.act, j.created_label, p.done_at, g.name as group_name
                        from invitation_job_person p
                        join invitation_job j on j.customer_id = p.customer_id and j.job_id = p.job_id
                        left join user_group g on g.customer_id = j.customer_id and g.group_id = j.group_id
                        where p.customer_id = :customer and p.invitation_id = :invitation and p.result = 'DONE'
                        order by p.done_at, j.job_id""")
                .param("customer", customer.value())
                .param("invitation", invitationId)
                .query((row, number) -> new InvitationJobs.Done(
                        JobAct.valueOf(row.getString("act")),
                        row.getTimestamp("done_at").toInstant(),
                        row.getString("created_label"),
                        row.getString("group_name")))
                .list();
    }

    private InvitationJob read(ResultSet row) throws SQLException {
        long group = row.getLong("group_id");
        Long groupId = row.wasNull() ? null : group;
        Timestamp finished = row.getTimestamp("finished_at");
        return new InvitationJob(
                row.getLong("job_id"),
                new CustomerId(row.getLong("customer_id")),
                JobAct.valueOf(row.getString("act")),
                groupId,
                row.getInt("total"),
                json.readValue(row.getString("results"), RESULTS),
                row.getString("created_label"),
                row.getTimestamp("created_at").toInstant(),
                finished == null ? null : finished.toInstant());
    }
}
