package io.chodae.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.chodae.testing.ChodaeTest;
import io.chodae.testing.TestClock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

@ChodaeTest
@Import(TimersTest.NotingTask.class)
class TimersTest {

    @Autowired
    private SchedulerClient timers;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private TestClock clock;

    @Autowired
    private NotingTask noted;

    /** The clock stands still, so that no poll comes: only the commit can have woken the timers. */
    @Test
    void work_scheduled_in_a_transaction_runs_as_soon_as_it_is_committed() {
        transaction.executeWithoutResult(status -> {
            schedule("committed");
            assertThat(noted.instances).doesNotContain("committed");
        });

        Awaitility.await().untilAsserted(() -> assertThat(noted.instances).contains("committed"));
    }

    @Test
    void work_scheduled_in_a_transaction_that_is_rolled_back_never_was() {
        transaction.executeWithoutResult(status -> {
            schedule("rolled back");
            status.setRollbackOnly();
        });
        transaction.executeWithoutResult(status -> schedule("afterwards"));

        Awaitility.await().untilAsserted(() -> assertThat(noted.instances).contains("afterwards"));
        assertThat(noted.instances).doesNotContain("rolled back");
    }

    private void schedule(String id) {
        timers.scheduleIfNotExists(new TaskInstance<>("test.noting", id), clock.instant());
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class NotingTask {

        private final List<String> instances = new CopyOnWriteArrayList<>();

        @Bean
        Task<Void> notingTask() {
            return Tasks.oneTime("test.noting").execute((instance, context) -> instances.add(instance.getId()));
        }
    }
}
