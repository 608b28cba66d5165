package io.chodae.platform;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/**
 * Timers of all rooms: each room declares its tasks as beans, and schedules by the {@code SchedulerClient} within its
 * own transaction. Every node runs them; the database decides which node runs what.
 */
@Configuration(proxyBeanMethods = false)
class TimerConfiguration {

    private static final int MISSED_HEARTBEATS = 4;

    /** Only for work that another node scheduled: our own wakes us up. */
    private static final Duration POLL = Duration.ofSeconds(5);

    /** Tasks end between two steps when they are told to; the rest is done again by the next start. */
    private static final Duration STOP_WITHIN = Duration.ofSeconds(20);

    private static final int PARALLEL = 8;

    /** @param heartbeat a node that missed four of these is dead, and its work goes to another */
    @Bean(destroyMethod = "")
    Scheduler scheduler(
            DataSource dataSource,
            ObjectProvider<Task<?>> tasks,
            Clock clock,
            WakeAfterCommit wake,
            @Value("${chodae.timers.heartbeat:5s}") Duration heartbeat) {
        List<Task<?>> known = new ArrayList<>();
        List<RecurringTask<?>> recurring = new ArrayList<>();
        tasks.orderedStream().forEach(task -> {
            if (task instanceof RecurringTask<?> timed) {
                recurring.add(timed);
            } else {
                known.add(task);
            }
        });
        Scheduler scheduler = new SchedulerBuilder(new TransactionAwareDataSourceProxy(dataSource), known)
                .startTasks(recurring)
                .clock(clock::instant)
                .threads(PARALLEL)
                .executorService(Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("timer-", 0).factory()))
                .pollingInterval(POLL)
                .heartbeatInterval(heartbeat)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(STOP_WITHIN)
                .addSchedulerListener(wake)
                .build();
        wake.scheduler(scheduler);
        return scheduler;
    }

    @Bean
    WakeAfterCommit wakeAfterCommit() {
        return new WakeAfterCommit();
    }

    @Bean
    @ConditionalOnBooleanProperty(name = "chodae.timers.enabled", matchIfMissing = true)
    TimerLifecycle timerLifecycle(Scheduler scheduler) {
        return new TimerLifecycle(scheduler);
    }
}
