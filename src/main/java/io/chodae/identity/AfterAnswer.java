package io.chodae.identity;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Runs what must not show in the time that an answer takes. Stopping the server waits for what has begun. */
@Component
class AfterAnswer implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(AfterAnswer.class);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    void run(Runnable work) {
        threads.execute(() -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                LOG.error("Could not do what was left for after the answer", e);
            }
        });
    }

    @Override
    public void destroy() {
        threads.close();
    }
}
