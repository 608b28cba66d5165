package io.chodae.directory;

import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells the other rooms that a managed account has another address. */
@Component
public class TellRenamed {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    TellRenamed(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /** Whether mail goes another way now. To be called in the transaction that renames. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean tell(CustomerId customer, AccountId account, EmailAddress before, EmailAddress after) {
        long number =
                jdbc.sql("select nextval('rename_number')").query(Long.class).single();
        ManagedAccountRenamed renamed = new ManagedAccountRenamed(account, customer, before, after, number);
        events.publishEvent(renamed);
        return renamed.moved();
    }
}
