package io.chodae.console;

import io.chodae.campaign.ImportRoster;
import io.chodae.capture.Captures;
import io.chodae.testing.ChodaeTest;
import io.chodae.testing.TestTimers;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** The whole server with hotels to look after; no timer runs by itself and nothing is delivered, so that only what a test calls changes rows. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ChodaeTest
@TestPropertySource(properties = {"chodae.timers.enabled=false", "chodae.mail.delivery=false"})
@Import({
    ImportRoster.class,
    Hotels.class,
    Belongings.class,
    ApiBelongings.class,
    Guests.class,
    Sendings.class,
    Digest.class,
    Colleagues.class,
    Enrolled.class,
    Captures.class,
    TestTimers.class
})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@interface ConsoleTest {}
