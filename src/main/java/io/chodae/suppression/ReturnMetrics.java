package io.chodae.suppression;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** Counts what was made of mails that came back, for operators of the server. */
@Component
class ReturnMetrics {

    private final MeterRegistry registry;

    ReturnMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void count(String as) {
        registry.counter("chodae.mail.returned", "as", as).increment();
    }
}
