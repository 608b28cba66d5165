package io.chodae.identity;

import io.chodae.shared.CustomerId;
import org.springframework.security.authentication.AccountStatusException;

/** The password is right, but the organisation that manages the account has suspended it. */
public class SignInSuspended extends AccountStatusException {

    private final transient CustomerId by;

    SignInSuspended(CustomerId by) {
        super("suspended by who manages the account");
        this.by = by;
    }

    /** Who suspended it. */
    public CustomerId by() {
        return by;
    }
}
