package io.chodae.provisioning;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The timer of this room. */
@Configuration(proxyBeanMethods = false)
class ProvisioningTimers {

    /** Asked for at each run: who hears of mails and accounts may schedule further timers. */
    @Bean
    RecurringTask<Void> workPendingUsersTask(ObjectProvider<WorkPending> pending) {
        return Tasks.recurring("provisioning.pending", FixedDelay.ofMinutes(1))
                .execute((instance, context) -> pending.getObject()
                        .work(() -> context.getSchedulerState().isShuttingDown()));
    }
}
