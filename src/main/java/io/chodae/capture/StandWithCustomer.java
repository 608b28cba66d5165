package io.chodae.capture;

import io.chodae.directory.CustomerResumed;
import io.chodae.directory.CustomerSuspended;
import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** While a customer is stopped no time passes for the people it asked: nobody could accept. */
@Component
class StandWithCustomer {

    private final TransferRulesStore rules;
    private final Clock clock;

    StandWithCustomer(TransferRulesStore rules, Clock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    @EventListener
    void on(CustomerSuspended suspended) {
        rules.stand(suspended.customer(), clock.instant());
    }

    @EventListener
    void on(CustomerResumed resumed) {
        rules.goOn(resumed.customer(), clock.instant());
    }
}
