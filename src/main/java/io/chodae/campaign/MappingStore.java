package io.chodae.campaign;

import io.chodae.audit.Actor;
import io.chodae.roster.RosterColumn;
import io.chodae.roster.RosterHeader;
import io.chodae.shared.CustomerId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Columns that operators of a customer chose by hand, by the column names of the file that they chose them for. */
@Repository
class MappingStore {

    /** More kinds of lists than any office has. */
    private static final int KEPT = 200;

    private static final TypeReference<Map<RosterColumn, Integer>> COLUMNS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    MappingStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** By signature. */
    Map<String, Map<RosterColumn, Integer>> all(CustomerId customer) {
        Map<String, Map<RosterColumn, Integer>> mappings = new HashMap<>();
        jdbc.sql("""
                        select signature, columns from roster_mapping
                        where customer_id = :customer
                        order by chosen_at desc
                        limit :limit""").param("customer", customer.value()).param("limit", KEPT).query(rs -> {
            mappings.put(rs.getString("signature"), json.readValue(rs.getString("columns"), COLUMNS));
        });
        return mappings;
    }

    /** Does nothing for a file without column names: the next such file may be any list. */
    void remember(CustomerId customer, RosterHeader header, Actor actor, Instant now) {
        if (header.signature().isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into roster_mapping (customer_id, signature, columns, by_label, chosen_at)
                        values (:customer, :signature, :columns::jsonb, :label, :now)
                        on conflict (customer_id, signature) do update
                        set columns = excluded.columns, by_label = excluded.by_label, chosen_at = excluded.chosen_at""")
                .param("customer", customer.value())
                .param("signature", header.signature())
                .param("columns", json.writeValueAsString(header.mapping().columns()))
                .param("label", actor.label())
                .param("now", Timestamp.from(now))
                .update();
    }

    void forget(CustomerId customer, String signature) {
        jdbc.sql("delete from roster_mapping where customer_id = :customer and signature = :signature")
                .param("customer", customer.value())
                .param("signature", signature)
                .update();
    }
}
