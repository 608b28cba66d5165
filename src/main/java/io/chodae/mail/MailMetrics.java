package io.chodae.mail;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** What operators of the server watch: how much waits, how much came to what, how long the relay takes. */
@Component
class MailMetrics {

    private final MeterRegistry registry;
    private final Timer send;

    MailMetrics(MeterRegistry registry, MailStore store) {
        this.registry = registry;
        this.send = Timer.builder("chodae.mail.send")
                .description("Handing one mail to the relay")
                .register(registry);
        Gauge.builder("chodae.mail.waiting", store, MailStore::countWaiting)
                .description("Mails that are still to be sent, on all nodes")
                .register(registry);
    }

    Outcome timed(Supplier<Outcome> sending) {
        return Objects.requireNonNull(send.record(sending));
    }

    void count(List<OutcomeWriter.Result> results) {
        for (OutcomeWriter.Result result : results) {
            registry.counter(
                            "chodae.mail.attempts",
                            "kind",
                            result.claimed().mail().kind(),
                            "outcome",
                            result.outcome().getClass().getSimpleName().toLowerCase(Locale.ROOT))
                    .increment();
        }
    }
}
