package io.chodae.capture;

import io.chodae.audit.Actor;
import io.chodae.directory.DryRunEviction;
import io.chodae.directory.EvictionRefusal;
import io.chodae.directory.EvictionVerdict;
import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hands out every account of the list with what would become of it, page by page: a million need no more memory. */
@Component
public class ExportDomainReport {

    private static final int PAGE = 1_000;

    private final JdbcClient jdbc;
    private final ExportUnmanaged unmanaged;
    private final TransferDeadlines deadlines;
    private final DryRunEviction dryRun;

    ExportDomainReport(JdbcClient jdbc, ExportUnmanaged unmanaged, TransferDeadlines deadlines, DryRunEviction dryRun) {
        this.jdbc = jdbc;
        this.unmanaged = unmanaged;
        this.deadlines = deadlines;
        this.dryRun = dryRun;
    }

    /**
     * One account.
     *
     * @param name of the account
     * @param deadline null: there is none
     * @param refusal why it would keep its address; null: it would lose it
     */
    public record Line(
            UserInvitation invitation,
            String name,
            @Nullable TransferDeadline deadline,
            @Nullable EvictionRefusal refusal) {}

    /** Takes the lines. */
    public interface Lines {
        void line(Line line) throws IOException;
    }

    private record Row(UserInvitation invitation, String name, TransferClock clock) {}

    /** Writes down who takes the list away; to be called before {@link #write}. */
    @Transactional
    public void begin(CustomerId customer, Actor actor) {
        unmanaged.begin(customer, actor);
    }

    /** By address. */
    public void write(CustomerId customer, Lines lines) throws IOException {
        String after = "";
        List<Row> page;
        do {
            page = page(customer, after);
            Map<EmailAddress, TransferClock> clocks = new HashMap<>();
            page.stream()
                    .filter(row -> row.invitation().state() != UserInvitationState.NOT_YET_SENT
                            && row.invitation().state() != UserInvitationState.ACCEPTED)
                    .forEach(row -> clocks.put(row.invitation().email(), row.clock()));
            Map<String, TransferDeadline> ends = deadlines.of(customer, clocks);
            Map<String, EvictionVerdict> verdicts = dryRun.of(
                    customer, page.stream().map(row -> row.invitation().email()).toList());
            for (Row row : page) {
                String key = row.invitation().email().key();
                EvictionVerdict verdict = verdicts.get(key);
                lines.line(new Line(
                        row.invitation(),
                        row.name(),
                        ends.get(key),
                        verdict == null ? EvictionRefusal.NO_ACCOUNT : verdict.refusal()));
                after = key;
            }
        } while (page.size() == PAGE);
    }

    private List<Row> page(CustomerId customer, String after) {
        return jdbc.sql("select" + UserInvitationRows.COLUMNS + ", " + TransferClockRows.COLUMNS + """
                        , a.name
                          from user_invitation u
                          join account a on a.account_id = u.account_id
                         where u.customer_id = :customer and u.email_key > :after
                         order by u.email_key
                         limit :size
                        """)
                .param("customer", customer.value())
                .param("after", after)
                .param("size", PAGE)
                .query((row, number) -> new Row(
                        UserInvitationRows.read(row, number), row.getString("name"), TransferClockRows.read(row)))
                .list();
    }
}
