package io.chodae.provisioning;

import io.chodae.capture.Captures;
import io.chodae.testing.ChodaeTest;
import io.chodae.testing.TestTimers;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** The whole server with organisations and their people; timers run when a test says so. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ChodaeTest
@TestPropertySource(properties = {"chodae.timers.enabled=false", "chodae.limits.recipient-per-day=5"})
@Import({Captures.class, Organisations.class, TestTimers.class})
public @interface ProvisioningTest {}
