package io.chodae.directoryapi;

import io.chodae.identity.Colleague;
import io.chodae.identity.Membership;
import io.chodae.identity.Operators;
import io.chodae.identity.Role;
import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which users have a role in the console of their own customer. */
@Component
class ConsoleRoles {

    private final Operators operators;

    ConsoleRoles(Operators operators) {
        this.operators = operators;
    }

    /** Null: none. */
    @Nullable
    Role of(CustomerId customer, AccountId account) {
        return operators.membership(account, customer).map(Membership::role).orElse(null);
    }

    Map<AccountId, Role> of(CustomerId customer) {
        return operators.of(customer).stream().collect(Collectors.toMap(Colleague::account, Colleague::role));
    }
}
