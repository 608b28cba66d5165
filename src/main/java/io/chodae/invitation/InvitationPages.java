package io.chodae.invitation;

import io.chodae.invitation.ListPositions.Position;
import io.chodae.shared.CustomerId;
import io.chodae.shared.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads one page of a list, however long the list is. Mostly the index of the order is walked until the page is full.
 * Where those who are asked for may all lie at the far end of that walk, they are gathered first and ordered then, unless
 * they are so many that the walk meets them soon.
 */
@Repository
class InvitationPages {

    private static final int MAX_SLICE = 1_000;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ListPositions positions;

    InvitationPages(JdbcClient jdbc, Clock clock, ListPositions positions) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.positions = positions;
    }

    private record Found(Invitation invitation, String key) {}

    Slice<Invitation> search(InvitationQuery query, CustomerId customer) {
        int limit = Math.clamp(query.limit(), 1, MAX_SLICE);
        Optional<Position> position = positions.read(query, customer);
        Optional<List<Found>> gathered =
                query.gathers() > 0 ? gather(query, customer, position, limit) : Optional.empty();
        List<Found> rows = gathered.orElseGet(() -> walk(query, customer, position, limit));
        boolean more = rows.size() > limit;
        List<Found> shown = more ? rows.subList(0, limit) : rows;
        return new Slice<>(
                shown.stream().map(Found::invitation).toList(),
                more ? Optional.of(position(query, customer, shown.getLast())) : Optional.empty());
    }

    private List<Found> walk(InvitationQuery query, CustomerId customer, Optional<Position> position, int limit) {
        Narrowing narrowing = narrowing(query, customer);
        InvitationOrder order = query.order();
        String after = after(query, order.expression(), "i.invitation_id", position, narrowing);
        narrowing.put("limit", limit + 1);
        return jdbc.sql("select " + InvitationRows.COLUMNS + ", " + order.key() + " from invitation i where "
                        + narrowing.where() + after + " order by "
                        + order.by(order.expression(), "i.invitation_id", query.descending()) + " limit :limit")
                .params(narrowing.params())
                .query((row, number) -> new Found(InvitationRows.read(row, number), row.getString("sort_key")))
                .list();
    }

    /** Empty where there are too many to be gathered. */
    private Optional<List<Found>> gather(
            InvitationQuery query, CustomerId customer, Optional<Position> position, int limit) {
        Narrowing narrowing = narrowing(query, customer);
        InvitationOrder order = query.order();
        String by = order.by("k", "id", query.descending());
        String after = after(query, "k", "id", position, narrowing);
        narrowing.put("limit", limit + 1);
        narrowing.put("many", query.gathers());
        List<Gathered> rows = jdbc.sql("""
                        with hit as materialized (select i.invitation_id as id, %s as k from invitation i where %s
                                                  limit :many + 1)
                        select hits.n, %s, %s
                        from (select count(*) as n from hit) as hits
                        left join lateral (select id, k from hit where hits.n <= :many %s order by %s limit :limit)
                          as page on true
                        left join invitation i on i.customer_id = :customer and i.invitation_id = page.id
                        order by %s
                        """.formatted(
                        order.expression(), narrowing.where(), InvitationRows.COLUMNS, order.key(), after, by, by))
                .params(narrowing.params())
                .query(InvitationPages::gathered)
                .list();
        return rows.getFirst().hits() > query.gathers()
                ? Optional.empty()
                : Optional.of(rows.stream()
                        .map(Gathered::found)
                        .filter(Objects::nonNull)
                        .map(Objects::requireNonNull)
                        .toList());
    }

    private record Gathered(int hits, @Nullable Found found) {}

    private static Gathered gathered(ResultSet row, int number) throws SQLException {
        int hits = row.getInt("n");
        return row.getObject("invitation_id") == null
                ? new Gathered(hits, null)
                : new Gathered(hits, new Found(InvitationRows.read(row, number), row.getString("sort_key")));
    }

    private Narrowing narrowing(InvitationQuery query, CustomerId customer) {
        Narrowing narrowing = new Narrowing(query, customer, clock.instant());
        query.state().ifPresent(narrowing::in);
        return narrowing;
    }

    private static String after(
            InvitationQuery query, String key, String id, Optional<Position> position, Narrowing narrowing) {
        position.ifPresent(where -> {
            narrowing.put("key", where.key());
            narrowing.put("id", where.id());
        });
        return position.isPresent() ? " and " + query.order().after(key, id, query.descending()) : "";
    }

    private String position(InvitationQuery query, CustomerId customer, Found last) {
        return positions.write(
                query, customer, new Position(last.key(), last.invitation().id().value()));
    }
}
