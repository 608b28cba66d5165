package io.chodae.bizkit;

import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.shared.CustomerId;
import io.chodae.shared.PlainText;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes a user group, or changes one and the Plays that it may use. */
@Component
public class SaveUserGroup {

    private static final int MAX_TEXT = 100;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final AuditTrail audit;
    /** A name that is taken is an answer and must not break the transaction that asked. */
    private final TransactionTemplate savepoint;

    SaveUserGroup(JdbcClient jdbc, Clock clock, AuditTrail audit, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.audit = audit;
        this.savepoint = new TransactionTemplate(transactions);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /**
     * Saves, within the caller's transaction where there is one.
     *
     * @param groupId empty for a new one
     */
    @Transactional
    public SaveGroupResult save(CustomerId customer, OptionalLong groupId, GroupContent content, Actor actor) {
        GroupContent clean = new GroupContent(
                PlainText.oneLine(content.name()),
                PlainText.oneLine(content.extraInfo()),
                content.playIds().stream().distinct().toList());
        List<Fault> faults = new ArrayList<>();
        FieldChecks.required("name", clean.name(), MAX_TEXT, faults);
        FieldChecks.atMost("extraInfo", clean.extraInfo(), MAX_TEXT, faults);
        if (!playsExist(customer, clean.playIds())) {
            faults.add(Fault.of("playIds", "GONE"));
        }
        if (!faults.isEmpty()) {
            return new SaveGroupResult.Faults(faults);
        }
        if (groupId.isPresent() && !lock(customer, groupId.getAsLong())) {
            return new SaveGroupResult.Gone();
        }
        Optional<Long> id =
                groupId.isPresent() ? update(customer, groupId.getAsLong(), clean) : insert(customer, clean);
        if (id.isEmpty()) {
            return new SaveGroupResult.Faults(List.of(Fault.of("name", "TAKEN", clean.name())));
        }
        replacePlays(customer, id.get(), clean.playIds());
        audit.record(
                customer,
                actor,
                groupId.isPresent() ? "group.changed" : "group.created",
                "group",
                id.get().toString(),
                Map.of("name", clean.name(), "plays", clean.playIds().toString()));
        return new SaveGroupResult.Saved(id.get());
    }

    private boolean lock(CustomerId customer, long groupId) {
        return jdbc.sql("""
                        select group_id from user_group
                        where customer_id = :customer and group_id = :group and deleted_at is null
                        for no key update
                        """)
                .param("customer", customer.value())
                .param("group", groupId)
                .query(Long.class)
                .optional()
                .isPresent();
    }

    private boolean playsExist(CustomerId customer, List<Long> playIds) {
        int found = jdbc.sql("""
                        select count(*) from private_play where customer_id = :customer and play_id = any(:plays)
                        """)
                .param("customer", customer.value())
                .param("plays", playIds.toArray(Long[]::new))
                .query(Integer.class)
                .single();
        return found == playIds.size();
    }

    private Optional<Long> insert(CustomerId customer, GroupContent content) {
        return jdbc.sql("""
                        insert into user_group (customer_id, name, extra_info, created_at)
                        values (:customer, :name, :extraInfo, :now)
                        on conflict do nothing
                        returning group_id
                        """)
                .param("customer", customer.value())
                .param("name", content.name())
                .param("extraInfo", content.extraInfo())
                .param("now", Timestamp.from(clock.instant()))
                .query(Long.class)
                .optional();
    }

    private Optional<Long> update(CustomerId customer, long groupId, GroupContent content) {
        try {
            savepoint.executeWithoutResult(status -> jdbc.sql("""
                            update user_group set name = :name, extra_info = :extraInfo
                            where customer_id = :customer and group_id = :group
                            """)
                    .param("customer", customer.value())
                    .param("group", groupId)
                    .param("name", content.name())
                    .param("extraInfo", content.extraInfo())
                    .update());
            return Optional.of(groupId);
        } catch (DuplicateKeyException taken) {
            return Optional.empty();
        }
    }

    private void replacePlays(CustomerId customer, long groupId, List<Long> playIds) {
        jdbc.sql("""
                        delete from user_group_play
                        where customer_id = :customer and group_id = :group and play_id <> all(:plays)
                        """)
                .param("customer", customer.value())
                .param("group", groupId)
                .param("plays", playIds.toArray(Long[]::new))
                .update();
        jdbc.sql("""
                        insert into user_group_play (customer_id, group_id, play_id)
                        select :customer, :group, play from unnest(:plays::bigint[]) as play
                        on conflict do nothing
                        """)
                .param("customer", customer.value())
                .param("group", groupId)
                .param("plays", playIds.toArray(Long[]::new))
                .update();
    }
}
