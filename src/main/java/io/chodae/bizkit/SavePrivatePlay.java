package io.chodae.bizkit;

import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.shared.CustomerId;
import io.chodae.shared.PlainText;
import java.net.URI;
import java.net.URISyntaxException;
import java.sql.Timestamp;
import java.sql.Types;
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
import org.springframework.transaction.support.TransactionTemplate;

/** Makes a Private Play, or changes one. */
@Component
public class SavePrivatePlay {

    private static final int MAX_NAME = 100;
    private static final int MAX_DESCRIPTION = 200;
    private static final int MAX_LINK = 2_000;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    SavePrivatePlay(JdbcClient jdbc, Clock clock, AuditTrail audit, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Saves.
     *
     * @param playId empty for a new one
     */
    public SavePlayResult save(CustomerId customer, OptionalLong playId, PlayContent content, Actor actor) {
        PlayContent clean = new PlayContent(
                PlainText.oneLine(content.name()),
                PlainText.lines(content.description()),
                content.link().strip(),
                content.icon());
        List<Fault> faults = faults(clean);
        if (!faults.isEmpty()) {
            return new SavePlayResult.Faults(faults);
        }
        try {
            return transaction.execute(status -> write(customer, playId, clean, actor));
        } catch (DuplicateKeyException taken) {
            return new SavePlayResult.Faults(List.of(Fault.of("name", "TAKEN", clean.name())));
        }
    }

    private SavePlayResult write(CustomerId customer, OptionalLong playId, PlayContent content, Actor actor) {
        Optional<Long> id = playId.isPresent()
                ? update(customer, playId.getAsLong(), content)
                : Optional.of(insert(customer, content));
        if (id.isEmpty()) {
            return new SavePlayResult.Gone();
        }
        audit.record(
                customer,
                actor,
                playId.isPresent() ? "play.changed" : "play.created",
                "play",
                id.get().toString(),
                Map.of("name", content.name()));
        return new SavePlayResult.Saved(id.get());
    }

    private Long insert(CustomerId customer, PlayContent content) {
        return jdbc.sql("""
                        insert into private_play (customer_id, name, description, link, icon, created_at)
                        values (:customer, :name, :description, :link, :icon, :now)
                        returning play_id
                        """)
                .param("customer", customer.value())
                .param("name", content.name())
                .param("description", content.description())
                .param("link", content.link())
                .param("icon", content.icon(), Types.BINARY)
                .param("now", Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
    }

    private Optional<Long> update(CustomerId customer, long playId, PlayContent content) {
        return jdbc.sql("""
                        update private_play
                        set name = :name, description = :description, link = :link, icon = coalesce(:icon, icon)
                        where customer_id = :customer and play_id = :play
                        returning play_id
                        """)
                .param("customer", customer.value())
                .param("play", playId)
                .param("name", content.name())
                .param("description", content.description())
                .param("link", content.link())
                .param("icon", content.icon(), Types.BINARY)
                .query(Long.class)
                .optional();
    }

    private static List<Fault> faults(PlayContent content) {
        List<Fault> faults = new ArrayList<>();
        FieldChecks.required("name", content.name(), MAX_NAME, faults);
        FieldChecks.atMost("description", content.description(), MAX_DESCRIPTION, faults);
        FieldChecks.required("link", content.link(), MAX_LINK, faults);
        if (!content.link().isEmpty() && !web(content.link())) {
            faults.add(Fault.of("link", "INVALID", content.link()));
        }
        if (content.icon() != null) {
            CheckIcon.fault(content.icon()).ifPresent(faults::add);
        }
        return faults;
    }

    private static boolean web(String link) {
        try {
            URI uri = new URI(link);
            return uri.getHost() != null
                    && ("https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme()));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
