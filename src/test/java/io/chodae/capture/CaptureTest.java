package io.chodae.capture;

import io.chodae.testing.ChodaeTest;
import io.chodae.testing.TestTimers;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/**
 * The whole server with {@link Captures}; timers run when a test says so, and a domain with more than two accounts is
 * followed in the background, three at a time. An address is sent five invitations a day.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ChodaeTest
@TestPropertySource(
        properties = {
            "chodae.timers.enabled=false",
            "chodae.capture.at-once=2",
            "chodae.capture.chunk=3",
            "chodae.capture.job-chunk=3",
            "chodae.limits.recipient-per-day=5"
        })
@Import({Captures.class, TestTimers.class})
public @interface CaptureTest {}
