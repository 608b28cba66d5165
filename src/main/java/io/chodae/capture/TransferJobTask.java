package io.chodae.capture;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import io.chodae.shared.CustomerId;
import java.time.Clock;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The timers of what is done to many unmanaged accounts. */
@Configuration(proxyBeanMethods = false)
class TransferJobTask {

    private static final String NAME = "transfer-job";

    @Bean
    Task<Void> workTransferJobTask(WorkTransferJob work, Clock clock) {
        return StepwiseTask.of(NAME, clock, work::work);
    }

    @Bean
    RecurringTask<Void> forgetTransferPeopleTask(ForgetTransferPeople forget) {
        return Tasks.recurring("transfer-job.forget", new Daily(LocalTime.of(3, 40)))
                .execute((instance, context) -> forget.forget());
    }

    static TaskInstance<Void> instance(CustomerId customer, long jobId) {
        return new TaskInstance<>(NAME, customer.value() + ":" + jobId);
    }
}
