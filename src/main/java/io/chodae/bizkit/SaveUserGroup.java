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
    private final OfferPlays offerPlays;
    /** A name that is taken is an answer and must not break the transaction that asked. */
    private final TransactionTemplate savepoint;

    SaveUserGroup(
            JdbcClient jdbc,
            Clock clock,
            AuditTrail audit,
            OfferPlays offerPlays,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.audit = audit;
        this.offerPlays = offerPlays;
        this.savepoint = new TransactionTemplate(transactions);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /**
     * Saves, within the caller's transaction where there is one.
     *
     * <p>Plays that are added to a group are there for its SERVICE users at once; its PLAY users get an invitation, and
     * nothing changes for them until they accept.
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
        return groupId.isPresent()
                ? change(customer, groupId.getAsLong(), clean, actor)
                : create(customer, clean, actor);
    }

    private SaveGroupResult create(CustomerId customer, GroupContent clean, Actor actor) {
        return insert(customer, clean)
                .map(id -> stored(customer, id, "group.created", clean, 0, actor))
                .orElseGet(() -> taken(clean));
    }

    private SaveGroupResult change(CustomerId customer, long groupId, GroupContent clean, Actor actor) {
        try {
            return savepoint.execute(status -> {
                // links are given out before anything else is locked
                int invited = offerPlays.toMembers(customer, groupId, clean.playIds(), actor);
                if (!lock(customer, groupId)) {
                    status.setRollbackOnly();
                    return new SaveGroupResult.Gone();
                }
                update(customer, groupId, clean);
                return stored(customer, groupId, "group.changed", clean, invited, actor);
            });
        } catch (DuplicateKeyException taken) {
            return taken(clean);
        }
    }

    private static SaveGroupResult taken(GroupContent clean) {
        return new SaveGroupResult.Faults(List.of(Fault.of("name", "TAKEN", clean.name())));
    }

    private SaveGroupResult stored(
            CustomerId customer, long groupId, String action, GroupContent clean, int invited, Actor actor) {
        replacePlays(customer, groupId, clean.playIds());
        audit.record(
                customer,
                actor,
                action,
                "group",
                String.valueOf(groupId),
                Map.of("name", clean.name(), "plays", clean.playIds().toString()));
        return new SaveGroupResult.Saved(groupId, invited);
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

    private void update(CustomerId customer, long groupId, GroupContent content) {
        jdbc.sql("""
                        update user_group set name = :name, extra_info = :extraInfo
                        where customer_id = :customer and group_id = :group
                        """)
                .param("customer", customer.value())
                .param("group", groupId)
                .param("name", content.name())
                .param("extraInfo", content.extraInfo())
                .update();
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
