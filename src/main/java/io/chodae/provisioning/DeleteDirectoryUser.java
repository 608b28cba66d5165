package io.chodae.provisioning;

import io.chodae.audit.Actor;
import io.chodae.identity.ManagedChange;
import io.chodae.identity.RemoveManagedAccount;
import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;
import org.springframework.stereotype.Component;

/** Ends a user: nobody can sign in any more, and the address is free. */
@Component
public class DeleteDirectoryUser {

    private final RemoveManagedAccount remove;

    DeleteDirectoryUser(RemoveManagedAccount remove) {
        this.remove = remove;
    }

    public ManagedChange delete(CustomerId customer, AccountId account, Actor actor) {
        return remove.remove(customer, account, actor);
    }
}
