package io.chodae.bizkit;

import io.chodae.shared.CustomerId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Listens as other rooms do, and keeps what was said in transactions that were committed. */
public class Heard {

    private static final Set<String> ROOMS = Set.of("io.chodae.invitation", "io.chodae.bizkit");

    private final List<Object> events = new CopyOnWriteArrayList<>();

    @EventListener
    void on(PayloadApplicationEvent<?> event) {
        if (ROOMS.contains(event.getPayload().getClass().getPackageName())) {
            // said outside of a transaction, this throws: whoever keeps books by it could not keep them true
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    events.add(event.getPayload());
                }
            });
        }
    }

    /** Events of one kind about one customer, in their order. */
    public <T> List<T> of(Class<T> kind, Function<T, CustomerId> customer, CustomerId wanted) {
        return events.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .filter(event -> customer.apply(event).equals(wanted))
                .toList();
    }
}
