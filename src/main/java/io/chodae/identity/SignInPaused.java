package io.chodae.identity;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Too many attempts: nothing was checked, and the person may try again after a pause. */
public class SignInPaused extends AuthenticationException {

    private final transient Duration pause;

    SignInPaused(Duration pause) {
        super("too many attempts");
        this.pause = pause;
    }

    public Duration pause() {
        return pause;
    }
}
