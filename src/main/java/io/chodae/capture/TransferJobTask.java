package io.chodae.capture;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.chodae.shared.CustomerId;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The timer of what is done to many unmanaged accounts. */
@Configuration(proxyBeanMethods = false)
class TransferJobTask {

    private static final String NAME = "transfer-job";

    @Bean
    Task<Void> workTransferJobTask(WorkTransferJob work, Clock clock) {
        return StepwiseTask.of(NAME, clock, work::work);
    }

    static TaskInstance<Void> instance(CustomerId customer, long jobId) {
        return new TaskInstance<>(NAME, customer.value() + ":" + jobId);
    }
}
