package io.chodae.capture;

import io.chodae.audit.Actor;
import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The tables of {@link TransferJob}. */
@Repository
class TransferJobStore {

    private static final TypeReference<Map<String, Integer>> RESULTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    TransferJobStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** A job that is not at its end, with where it stands and who asked for it. */
    record Running(TransferJob job, String position, Actor actor) {}

    /** Somebody whom a job is about. */
    record Person(EmailAddress email, TransferAct act) {}

    /** Empty where this press has its job already. */
    Optional<Long> insert(CustomerId customer, UUID press, TransferJob.Kind kind, Actor actor, Instant now) {
        AccountId account = actor.account();
        return jdbc.sql("""
                        insert into transfer_job (customer_id, press, kind, created_by, created_label, created_at)
                        values (:customer, :press, :kind, :account, :label, :now)
                        on conflict (customer_id, press) do nothing
                        returning job_id
                        """)
                .param("customer", customer.value())
                .param("press", press)
                .param("kind", kind.name())
                .param("account", account == null ? null : account.value(), Types.BIGINT)
                .param("label", actor.label())
                .param("now", Timestamp.from(now))
                .query(Long.class)
                .optional();
    }

    long ofPress(CustomerId customer, UUID press) {
        return jdbc.sql("select job_id from transfer_job where customer_id = :customer and press = :press")
                .param("customer", customer.value())
                .param("press", press)
                .query(Long.class)
                .single();
    }

    void add(CustomerId customer, long jobId, List<TransferPeople.Line> lines) {
        jdbc.sql("""
                        insert into transfer_job_person (customer_id, job_id, email_key, email, act)
                        select :customer, :job, t.key, t.email, t.act
                        from unnest(:keys::text[], :emails::text[], :acts::text[]) as t (key, email, act)
                        on conflict do nothing
                        """)
                .param("customer", customer.value())
                .param("job", jobId)
                .param("keys", lines.stream().map(line -> line.email().key()).toArray(String[]::new))
                .param(
                        "emails",
                        lines.stream().map(line -> line.email().value()).toArray(String[]::new))
                .param("acts", lines.stream().map(line -> line.act().name()).toArray(String[]::new))
                .update();
    }

    /** Those of the addresses that are on the list. */
    void addChosen(CustomerId customer, long jobId, TransferPeople.Chosen chosen) {
        jdbc.sql("""
                        insert into transfer_job_person (customer_id, job_id, email_key, email, act)
                        select u.customer_id, :job, u.email_key, u.email, :act
                        from user_invitation u
                        where u.customer_id = :customer and u.email_key = any(:keys)
                        """)
                .param("customer", customer.value())
                .param("job", jobId)
                .param("act", chosen.act().name())
                .param("keys", Addresses.keys(chosen.emails()).toArray(String[]::new))
                .update();
    }

    void addMatching(CustomerId customer, long jobId, TransferPeople.Matching matching) {
        jdbc.sql("""
                        insert into transfer_job_person (customer_id, job_id, email_key, email, act)
                        select u.customer_id, :job, u.email_key, u.email, :act
                        from user_invitation u
                        where u.customer_id = :customer and u.state = any(:states)
                        """ + UserInvitationPages.BEGINNING)
                .param("customer", customer.value())
                .param("job", jobId)
                .param("act", matching.act().name())
                .param("states", matching.states().stream().map(Enum::name).toArray(String[]::new))
                .param("from", matching.beginning())
                .param("to", matching.beginning() + UserInvitationPages.LAST)
                .update();
    }

    /** @return how many accounts it is about */
    int total(CustomerId customer, long jobId) {
        return jdbc.sql("""
                        update transfer_job j
                        set total = (select count(*) from transfer_job_person p
                                     where p.customer_id = j.customer_id and p.job_id = j.job_id)
                        where j.customer_id = :customer and j.job_id = :job
                        returning total
                        """)
                .param("customer", customer.value())
                .param("job", jobId)
                .query(Integer.class)
                .single();
    }

    Optional<TransferJob> find(CustomerId customer, long jobId) {
        return jdbc.sql("select * from transfer_job where customer_id = :customer and job_id = :job")
                .param("customer", customer.value())
                .param("job", jobId)
                .query((row, number) -> read(row))
                .optional();
    }

    List<TransferJob> running(CustomerId customer) {
        return jdbc.sql("""
                        select * from transfer_job where customer_id = :customer and finished_at is null
                        order by job_id desc
                        """)
                .param("customer", customer.value())
                .query((row, number) -> read(row))
                .list();
    }

    /** Kept from every other worker until the transaction ends; empty at the end of the job. */
    Optional<Running> lock(CustomerId customer, long jobId) {
        return jdbc.sql("""
                        select * from transfer_job
                        where customer_id = :customer and job_id = :job and finished_at is null
                        for update
                        """)
                .param("customer", customer.value())
                .param("job", jobId)
                .query((row, number) -> {
                    long account = row.getLong("created_by");
                    AccountId creator = row.wasNull() ? null : new AccountId(account);
                    return new Running(
                            read(row), row.getString("position"), new Actor(creator, row.getString("created_label")));
                })
                .optional();
    }

    List<Person> next(Running running, int limit) {
        return jdbc.sql("""
                        select email, email_key, act from transfer_job_person
                        where customer_id = :customer and job_id = :job and email_key > :position
                        order by email_key
                        limit :limit
                        """)
                .param("customer", running.job().customer().value())
                .param("job", running.job().id())
                .param("position", running.position())
                .param("limit", limit)
                .query((row, number) -> new Person(
                        new EmailAddress(row.getString("email"), row.getString("email_key")),
                        TransferAct.valueOf(row.getString("act"))))
                .list();
    }

    /** @param results by the key of each of these people, in their order */
    void advance(Running running, Map<String, String> results, String last) {
        TransferJob job = running.job();
        int written = jdbc.sql("""
                        update transfer_job_person p set result = t.result
                        from unnest(:keys::text[], :results::text[]) as t (key, result)
                        where p.customer_id = :customer and p.job_id = :job and p.email_key = t.key
                          and p.result is null
                        """)
                .param("keys", results.keySet().toArray(String[]::new))
                .param("results", results.values().toArray(String[]::new))
                .param("customer", job.customer().value())
                .param("job", job.id())
                .update();
        if (written != results.size()) {
            throw new IllegalStateException(
                    "%d of %d accounts were still to be dealt with".formatted(written, results.size()));
        }
        Map<String, Integer> all = new TreeMap<>(job.results());
        results.values().forEach(result -> all.merge(result, 1, Integer::sum));
        jdbc.sql("""
                        update transfer_job set position = :last, results = cast(:results as jsonb)
                        where customer_id = :customer and job_id = :job
                        """)
                .param("last", last)
                .param("results", json.writeValueAsString(all))
                .param("customer", job.customer().value())
                .param("job", job.id())
                .update();
    }

    List<NotDone> notDone(CustomerId customer, long jobId, String after, int limit) {
        return jdbc.sql("""
                        select email, email_key, act, result from transfer_job_person
                        where customer_id = :customer and job_id = :job and email_key > :after
                          and result not in ('SENT', 'CANCELED') and result <> 'EVICTED'
                        order by email_key
                        limit :limit
                        """)
                .param("customer", customer.value())
                .param("job", jobId)
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> new NotDone(
                        new EmailAddress(row.getString("email"), row.getString("email_key")),
                        TransferAct.valueOf(row.getString("act")),
                        row.getString("result")))
                .list();
    }

    void finish(TransferJob job, Instant now) {
        jdbc.sql("update transfer_job set finished_at = :now where customer_id = :customer and job_id = :job")
                .param("now", Timestamp.from(now))
                .param("customer", job.customer().value())
                .param("job", job.id())
                .update();
    }

    private TransferJob read(ResultSet row) throws SQLException {
        Timestamp finished = row.getTimestamp("finished_at");
        return new TransferJob(
                new CustomerId(row.getLong("customer_id")),
                row.getLong("job_id"),
                TransferJob.Kind.valueOf(row.getString("kind")),
                row.getInt("total"),
                json.readValue(row.getString("results"), RESULTS),
                row.getString("created_label"),
                row.getTimestamp("created_at").toInstant(),
                finished == null ? null : finished.toInstant());
    }
}
