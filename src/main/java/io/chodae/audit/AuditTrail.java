package io.chodae.audit;

import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Appends to the audit trail. Rows are never changed or removed by the server. */
@Component
public class AuditTrail {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final JsonMapper json;
    private final ObjectProvider<CallerAddress> caller;

    AuditTrail(JdbcClient jdbc, Clock clock, JsonMapper json, ObjectProvider<CallerAddress> caller) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.json = json;
        this.caller = caller;
    }

    /**
     * Writes one row in the caller's transaction, so that an act and its trace stand or fall together.
     *
     * @param action past tense with its room, such as {@code invitation.canceled}
     * @param details flat facts; never a token, a password or a link
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(
            CustomerId customer,
            Actor actor,
            String action,
            String subjectType,
            String subjectId,
            Map<String, String> details) {
        jdbc.sql("""
                        insert into audit_event (customer_id, at, actor_account, actor_label, action,
                                                 subject_type, subject_id, details, remote_addr)
                        values (:customer, :at, :account, :label, :action,
                                :subjectType, :subjectId, cast(:details as jsonb), :remoteAddr)
                        """)
                .param("customer", customer.value())
                .param("at", Timestamp.from(clock.instant()))
                .param("account", id(actor.account()))
                .param("label", actor.label())
                .param("action", action)
                .param("subjectType", subjectType)
                .param("subjectId", subjectId)
                .param("details", json.writeValueAsString(details))
                .param("remoteAddr", remoteAddr())
                .update();
    }

    /**
     * The same for many subjects of one kind at once: one row each.
     *
     * @param details by subject
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void recordEach(
            CustomerId customer,
            Actor actor,
            String action,
            String subjectType,
            Map<Long, Map<String, String>> details) {
        List<Map.Entry<Long, Map<String, String>>> rows = List.copyOf(details.entrySet());
        jdbc.sql("""
                        insert into audit_event (customer_id, at, actor_account, actor_label, action,
                                                 subject_type, subject_id, details, remote_addr)
                        select :customer, :at, :account, :label, :action,
                               :subjectType, t.subject::text, cast(t.details as jsonb), :remoteAddr
                        from unnest(:subjects::bigint[], :details::text[]) as t (subject, details)
                        """)
                .param("customer", customer.value())
                .param("at", Timestamp.from(clock.instant()))
                .param("account", id(actor.account()), Types.BIGINT)
                .param("label", actor.label())
                .param("action", action)
                .param("subjectType", subjectType)
                .param("subjects", rows.stream().map(Map.Entry::getKey).toArray(Long[]::new))
                .param(
                        "details",
                        rows.stream()
                                .map(row -> json.writeValueAsString(row.getValue()))
                                .toArray(String[]::new))
                .param("remoteAddr", remoteAddr(), Types.VARCHAR)
                .update();
    }

    private static @Nullable Long id(@Nullable AccountId account) {
        return account == null ? null : account.value();
    }

    private @Nullable String remoteAddr() {
        return Optional.ofNullable(caller.getIfAvailable())
                .flatMap(CallerAddress::current)
                .orElse(null);
    }
}
