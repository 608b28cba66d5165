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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes a user group, or changes one and the Plays that it may use. */
@Component
public class SaveUserGroup {

    private static final int MAX_TEXT = 100;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final AuditTrail audit;

    SaveUserGroup(JdbcClient jdbc, Clock clock, AuditTrail audit) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.audit = audit;
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
        if (groupId.isPresent() && !exists(customer, groupId.getAsLong())) {
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

    private boolean exists(CustomerId customer, long groupId) {
        return jdbc.sql("""
                        select exists (select 1 from user_group
                                       where customer_id = :customer and group_id = :group and deleted_at is null)
                        """)
                .param("customer", customer.value())
                .param("group", groupId)
                .query(Boolean.class)
                .single();
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
        // Asked first, so that a taken name is an answer and not a broken transaction; the index has the last word.
        return jdbc.sql("""
                        update user_group g set name = :name, extra_info = :extraInfo
                        where g.customer_id = :customer and g.group_id = :group and g.deleted_at is null
                          and not exists (select 1 from user_group o
                                          where o.customer_id = :customer and o.group_id <> :group
                                            and o.deleted_at is null and lower(o.name) = lower(:name))
                        returning g.group_id
                        """)
                .param("customer", customer.value())
                .param("group", groupId)
                .param("name", content.name())
                .param("extraInfo", content.extraInfo())
                .query(Long.class)
                .optional();
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
