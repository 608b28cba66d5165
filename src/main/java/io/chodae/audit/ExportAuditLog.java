package io.chodae.audit;

import io.chodae.shared.CustomerId;
import io.chodae.shared.Slice;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes lines of the trail away as a file, which leaves a line itself. */
@Component
public class ExportAuditLog {

    private static final int CHUNK = 1_000;

    private final AuditLog log;
    private final AuditTrail audit;

    ExportAuditLog(AuditLog log, AuditTrail audit) {
        this.log = log;
        this.audit = audit;
    }

    /** Takes one line. */
    public interface Lines {
        void accept(AuditEntry entry) throws IOException;
    }

    /** Writes down who takes which part away; to be called before {@link #each}. */
    @Transactional
    public void begin(CustomerId customer, AuditQuery query, String format, Actor actor) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("format", format);
        put(details, "actor", query.actor());
        put(details, "subject", query.subject());
        put(details, "action", query.action());
        query.first().ifPresent(from -> details.put("from", from.toString()));
        query.afterLast().ifPresent(until -> details.put("until", until.toString()));
        audit.record(customer, actor, "audit.exported", "audit", "log", details);
    }

    /** Every line that the query asks for, newest first, read in chunks: the trail may be longer than memory. */
    public void each(CustomerId customer, AuditQuery query, Lines lines) throws IOException {
        Optional<String> position = Optional.empty();
        do {
            Slice<AuditEntry> chunk = log.search(customer, query, position, CHUNK);
            for (AuditEntry entry : chunk.items()) {
                lines.accept(entry);
            }
            position = chunk.next();
        } while (position.isPresent());
    }

    private static void put(Map<String, String> details, String name, String asked) {
        if (!asked.isEmpty()) {
            details.put(name, asked);
        }
    }
}
