package io.chodae.identity;

import io.chodae.shared.AccountId;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks a signed-in person for the password once more, before an act that somebody at an open screen must not do. */
@Component
class CheckOwnPassword {

    private final Credentials credentials;
    private final Passwords passwords;
    private final Throttle throttle;

    CheckOwnPassword(Credentials credentials, Passwords passwords, Throttle throttle) {
        this.credentials = credentials;
        this.passwords = passwords;
        this.throttle = throttle;
    }

    /**
     * Notes a fault where the password is wrong; whoever has none is asked for none.
     *
     * @return the time to wait where too many were tried
     */
    Optional<Duration> check(AccountId account, @Nullable String typed, FormCheck form) {
        Optional<String> stored = credentials.hash(account);
        if (stored.isEmpty()) {
            return Optional.empty();
        }
        String subject = Long.toString(account.value());
        Optional<Duration> wait = throttle.count(Counted.CHANGE_PASSWORD, subject);
        if (wait.isPresent()) {
            return wait;
        }
        if (passwords.matches(typed, stored.get())) {
            throttle.clear(Counted.CHANGE_PASSWORD, subject);
        } else {
            form.fault("currentPassword", "currentPassword.wrong");
        }
        return Optional.empty();
    }
}
