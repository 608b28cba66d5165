package io.chodae.bizkit;

import io.chodae.audit.Actor;
import io.chodae.directory.AccountErased;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Whoever's account ends leaves the services of all publishers, in the same transaction; their seats are free. */
@Component
class LeaveWithAccount {

    private final MyServices services;
    private final RemoveUser remove;

    LeaveWithAccount(MyServices services, RemoveUser remove) {
        this.services = services;
        this.remove = remove;
    }

    @EventListener
    void on(AccountErased erased) {
        services.of(erased.account())
                .forEach(service -> remove.remove(service.customer(), List.of(service.userId()), Actor.system()));
    }
}
