package io.chodae.mail;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The timers of this room. */
@Configuration(proxyBeanMethods = false)
class MailTimers {

    @Bean
    RecurringTask<Void> sweepMailsTask(SweepMails sweep) {
        return Tasks.recurring("mail.sweep", FixedDelay.ofMinutes(2)).execute((instance, context) -> sweep.sweep());
    }
}
