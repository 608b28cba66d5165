package io.chodae.campaign;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.chodae.shared.CustomerId;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The timer of what is done to many invitations; it survives a restart, and another node takes it over. */
@Configuration(proxyBeanMethods = false)
class JobTask {

    private static final String NAME = "invitation.job";

    @Bean
    Task<Void> invitationJobTask(WorkInvitationJob work, Clock clock) {
        return CampaignTask.task(NAME, clock, Duration.ZERO, work::work);
    }

    static TaskInstance<Void> instance(CustomerId customer, long jobId) {
        return new TaskInstance<>(NAME, customer.value() + ":" + jobId);
    }
}
