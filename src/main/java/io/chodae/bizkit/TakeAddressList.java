package io.chodae.bizkit;

import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.roster.FaultCode;
import io.chodae.roster.ReadAddresses;
import io.chodae.roster.RosterConsumer;
import io.chodae.roster.RosterLimits;
import io.chodae.roster.RosterReading;
import io.chodae.roster.RosterRow;
import io.chodae.roster.RosterSheet;
import io.chodae.shared.CustomerId;
import io.chodae.shared.PlainText;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads a file of addresses and finds out who of them is enrolled. */
@Component
public class TakeAddressList {

    private static final int CHUNK = 5_000;

    private final ReadAddresses reader;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final AuditTrail audit;
    private final Clock clock;

    TakeAddressList(
            ReadAddresses reader, JdbcClient jdbc, TransactionTemplate transaction, AuditTrail audit, Clock clock) {
        this.reader = reader;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.audit = audit;
        this.clock = clock;
    }

    /** How it ended. */
    public sealed interface Result {

        record Taken(long listId) implements Result {}

        record Unreadable(RosterReading.Unreadable reason) implements Result {}
    }

    private record Address(int row, String email, String key) {}

    private static final class Addresses implements RosterConsumer {

        private final List<Address> addresses = new ArrayList<>();
        private int twice;

        @Override
        public void sheet(RosterSheet sheet) {}

        @Override
        public void row(RosterRow row) {
            if (row.faults().stream().anyMatch(fault -> fault.code() == FaultCode.DUPLICATE_IN_FILE)) {
                twice++;
            } else {
                // an empty key is nobody's
                addresses.add(
                        new Address(row.sheetRow(), row.email(), row.emailKey().orElse("")));
            }
        }
    }

    /** @param fileName as the operator knows the file; only shown */
    public Result take(CustomerId customer, String fileName, Path file, Actor actor) {
        Addresses read = new Addresses();
        Optional<RosterReading.Unreadable> problem = reader.read(file, RosterLimits.STANDARD, read);
        return problem.<Result>map(Result.Unreadable::new).orElseGet(() -> {
            Long list = transaction.execute(status -> store(customer, PlainText.oneLine(fileName), read, actor));
            return new Result.Taken(list);
        });
    }

    private long store(CustomerId customer, String fileName, Addresses read, Actor actor) {
        long list = jdbc.sql("""
                        insert into people_list (customer_id, file_name, rows, found, missing, twice, created_at,
                                                 created_by)
                        values (:customer, :file, :rows, 0, :missing, :twice, :now, :by)
                        returning list_id
                        """)
                .param("customer", customer.value())
                .param("file", fileName)
                .param("rows", read.addresses.size() + read.twice)
                .param("missing", read.addresses.size())
                .param("twice", read.twice)
                .param("now", Timestamp.from(clock.instant()))
                .param("by", actor.label())
                .query(Long.class)
                .single();
        for (int i = 0; i < read.addresses.size(); i += CHUNK) {
            insert(customer, list, read.addresses.subList(i, Math.min(read.addresses.size(), i + CHUNK)));
        }
        int found = count(customer, list);
        audit.record(
                customer,
                actor,
                "people.list_taken",
                "people_list",
                String.valueOf(list),
                Map.of("file", fileName, "found", String.valueOf(found)));
        return list;
    }

    private void insert(CustomerId customer, long list, List<Address> addresses) {
        jdbc.sql("""
                        insert into people_list_row (customer_id, list_id, row_no, email, user_id)
                        select :customer, :list, a.row_no, a.email, u.user_id
                        from unnest(:rows::int[], :emails::text[], :keys::text[]) as a (row_no, email, key)
                        left join enrolled_user u
                          on u.customer_id = :customer and u.email_key = a.key and u.left_at is null
                        """)
                .param("customer", customer.value())
                .param("list", list)
                .param("rows", addresses.stream().map(Address::row).toArray(Integer[]::new))
                .param("emails", addresses.stream().map(Address::email).toArray(String[]::new))
                .param("keys", addresses.stream().map(Address::key).toArray(String[]::new))
                .update();
    }

    private int count(CustomerId customer, long list) {
        return jdbc.sql("""
                        with found as (select count(*) as people from people_list_row
                                       where customer_id = :customer and list_id = :list and user_id is not null)
                        update people_list set found = found.people, missing = missing - found.people
                        from found
                        where customer_id = :customer and list_id = :list
                        returning found.people
                        """)
                .param("customer", customer.value())
                .param("list", list)
                .query(Integer.class)
                .single();
    }
}
