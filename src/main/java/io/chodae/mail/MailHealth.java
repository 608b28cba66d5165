package io.chodae.mail;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/**
 * Shows whether the relay takes mails. A relay that is away does not make the server unfit: mails wait in the database,
 * so the status is one of its own that weighs on nothing.
 */
@Component("mailHealthIndicator")
class MailHealth implements HealthIndicator {

    private static final Status RELAY_AWAY = new Status("RELAY_AWAY");

    private final MailPump pump;
    private final MailStore store;

    MailHealth(MailPump pump, MailStore store, MeterRegistry metrics) {
        this.pump = pump;
        this.store = store;
        Gauge.builder("chodae.mail.relay.away", pump, MailHealth::away)
                .description("1 while the relay cannot be reached and mails wait")
                .register(metrics);
        Gauge.builder("chodae.mail.sessions", pump, MailPump::sessionsAllowed)
                .description("Sessions that the relay is asked for, as its answers allow")
                .register(metrics);
    }

    private static int away(MailPump pump) {
        return pump.fault() == null ? 0 : 1;
    }

    @Override
    public Health health() {
        Circuit.Fault fault = pump.fault();
        Health.Builder health = fault == null
                ? Health.up()
                : Health.status(RELAY_AWAY)
                        .withDetail("since", fault.since().toString())
                        .withDetail("reply", fault.words());
        return health.withDetail("waiting", store.countWaiting()).build();
    }
}
