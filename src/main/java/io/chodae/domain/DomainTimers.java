package io.chodae.domain;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The timer of this room. */
@Configuration(proxyBeanMethods = false)
class DomainTimers {

    /** Asked for at each run: who hears that a domain is held or lost may schedule further timers. */
    @Bean
    RecurringTask<Void> recheckDomainsTask(ObjectProvider<RecheckDomains> recheck) {
        return Tasks.recurring("domain.recheck", FixedDelay.ofMinutes(5))
                .execute((instance, context) -> recheck.getObject()
                        .recheck(() -> context.getSchedulerState().isShuttingDown()));
    }
}
