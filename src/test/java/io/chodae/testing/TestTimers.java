package io.chodae.testing;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Runs due timers when a test says so, in its own thread. Import it together with {@code chodae.timers.enabled=false},
 * so that nothing else runs them.
 */
public class TestTimers {

    private final SettableClock now = new SettableClock();
    private final ManualScheduler scheduler;
    private final Clock clock;
    private final JdbcClient jdbc;

    TestTimers(DataSource dataSource, ObjectProvider<Task<?>> tasks, Clock clock) {
        this.clock = clock;
        this.jdbc = JdbcClient.create(dataSource);
        List<Task<?>> known = tasks.orderedStream()
                .filter(task -> !(task instanceof RecurringTask<?>))
                .toList();
        List<RecurringTask<?>> recurring = tasks.orderedStream()
                .filter(RecurringTask.class::isInstance)
                .<RecurringTask<?>>map(task -> (RecurringTask<?>) task)
                .toList();
        now.set(clock.instant());
        scheduler = TestHelper.createManualScheduler(dataSource, known)
                .clock(now)
                .startTasks(recurring)
                .start();
    }

    /** Everything that is due by the test's clock; the scheduler takes on a few at a time, other tests' among them. */
    public void runDue() {
        now.set(clock.instant());
        int before;
        int due = countDue();
        do {
            before = due;
            scheduler.runAnyDueExecutions();
            due = countDue();
        } while (due > 0 && due < before);
    }

    private int countDue() {
        return jdbc.sql("select count(*) from scheduled_tasks where not picked and execution_time <= :now")
                .param("now", Timestamp.from(clock.instant()))
                .query(Integer.class)
                .single();
    }

    /** Gives work back that a node picked and then died with: one whose last heartbeat is long ago by the test's clock. */
    public void findDeadNodes() {
        now.set(clock.instant());
        scheduler.runDeadExecutionDetection();
    }
}
