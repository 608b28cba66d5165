package io.chodae.bizkit;

import io.chodae.audit.Actor;
import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps acts on many people: what, whom, and how far. */
@Repository
class PeopleJobStore {

    private static final long UNCLASSIFIED = 0;

    private final JdbcClient jdbc;

    PeopleJobStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An act that is under way, as its worker needs it. */
    record Work(PeopleAct act, Selection selection, Actor actor, long position, long lastUser) {}

    long insert(CustomerId customer, Selection selection, PeopleAct act, PeopleCount count, Actor actor, Instant now) {
        PeopleFilter filter = selection instanceof Selection.Matching matching ? matching.filter() : PeopleFilter.ALL;
        return jdbc.sql("""
                        insert into people_act (customer_id, kind, group_id, ends_on, chosen, list_id, text, in_group,
                                                service_type, standing, last_user, total, state, created_at,
                                                actor_account, actor_label)
                        values (:customer, :kind, :group, :endsOn, :chosen::bigint[], :list, :text, :inGroup, :type,
                                :standing, :lastUser, :total, 'RUNNING', :now, :account, :label)
                        returning act_id
                        """)
                .param("customer", customer.value())
                .param("kind", act.kind().name())
                .param("group", act instanceof PeopleAct.Move move ? move.groupId() : null, Types.BIGINT)
                .param("endsOn", act instanceof PeopleAct.End end ? end.endsOn() : null, Types.DATE)
                .param(
                        "chosen",
                        selection instanceof Selection.Chosen chosen
                                ? chosen.userIds().toArray(Long[]::new)
                                : null)
                .param("list", selection instanceof Selection.Listed listed ? listed.listId() : null, Types.BIGINT)
                .param("text", filter.text())
                .param("inGroup", group(filter.group()), Types.BIGINT)
                .param("type", filter.type() == null ? null : filter.type().name(), Types.VARCHAR)
                .param("standing", filter.standing().name())
                .param("lastUser", count.lastUser())
                .param("total", count.people())
                .param("now", Timestamp.from(now))
                .param(
                        "account",
                        actor.account() == null ? null : actor.account().value(),
                        Types.BIGINT)
                .param("label", actor.label())
                .query(Long.class)
                .single();
    }

    /** Kept from every other worker until the transaction ends; empty where it is over. */
    Optional<Work> lock(CustomerId customer, long actId) {
        return jdbc.sql("""
                        select * from people_act
                        where customer_id = :customer and act_id = :act and state = 'RUNNING'
                        for no key update
                        """)
                .param("customer", customer.value())
                .param("act", actId)
                .query(PeopleJobStore::work)
                .optional();
    }

    void advance(CustomerId customer, long actId, long position, int seen, int changed, int needsInvitation) {
        jdbc.sql("""
                        update people_act
                        set position = :position, seen = seen + :seen, changed = changed + :changed,
                            needs_invitation = needs_invitation + :needs
                        where customer_id = :customer and act_id = :act
                        """)
                .param("customer", customer.value())
                .param("act", actId)
                .param("position", position)
                .param("seen", seen)
                .param("changed", changed)
                .param("needs", needsInvitation)
                .update();
    }

    void end(CustomerId customer, long actId, PeopleJob.State state, Instant now) {
        jdbc.sql("""
                        update people_act set state = :state, finished_at = :now
                        where customer_id = :customer and act_id = :act
                        """)
                .param("customer", customer.value())
                .param("act", actId)
                .param("state", state.name())
                .param("now", Timestamp.from(now))
                .update();
    }

    private static @Nullable Long group(GroupFilter filter) {
        return switch (filter) {
            case GroupFilter.All all -> null;
            case GroupFilter.Unclassified none -> UNCLASSIFIED;
            case GroupFilter.Group one -> one.groupId();
        };
    }

    private static Work work(ResultSet row, int number) throws SQLException {
        Long account = row.getObject("actor_account", Long.class);
        return new Work(
                act(row),
                selection(row),
                new Actor(account == null ? null : new AccountId(account), row.getString("actor_label")),
                row.getLong("position"),
                row.getLong("last_user"));
    }

    private static PeopleAct act(ResultSet row) throws SQLException {
        return switch (PeopleAct.Kind.valueOf(row.getString("kind"))) {
            case MOVE -> new PeopleAct.Move(row.getObject("group_id", Long.class));
            case END -> new PeopleAct.End(row.getObject("ends_on", LocalDate.class));
            case SUSPEND -> new PeopleAct.Suspend();
            case RESUME -> new PeopleAct.Resume();
            case REMOVE -> new PeopleAct.Remove();
        };
    }

    private static Selection selection(ResultSet row) throws SQLException {
        Array chosen = row.getArray("chosen");
        if (chosen != null) {
            return new Selection.Chosen(List.of((Long[]) chosen.getArray()));
        }
        Long list = row.getObject("list_id", Long.class);
        if (list != null) {
            return new Selection.Listed(list);
        }
        Long group = row.getObject("in_group", Long.class);
        String type = row.getString("service_type");
        GroupFilter in = group == null
                ? new GroupFilter.All()
                : group == UNCLASSIFIED ? new GroupFilter.Unclassified() : new GroupFilter.Group(group);
        return new Selection.Matching(new PeopleFilter(
                row.getString("text"),
                in,
                type == null ? null : ServiceType.valueOf(type),
                PeopleStanding.valueOf(row.getString("standing"))));
    }
}
