package io.chodae.capture;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.chodae.shared.CustomerId;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The timer behind {@link FollowDirectory}. */
@Configuration(proxyBeanMethods = false)
class FollowTask {

    private static final String NAME = "capture-follow";

    @Bean
    Task<Void> followDomainTask(FollowDomain follow, Clock clock) {
        return StepwiseTask.of(NAME, clock, follow::work);
    }

    static TaskInstance<Void> instance(CustomerId customer, long followId) {
        return new TaskInstance<>(NAME, customer.value() + ":" + followId);
    }
}
