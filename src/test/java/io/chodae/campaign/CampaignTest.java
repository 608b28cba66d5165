package io.chodae.campaign;

import io.chodae.testing.ChodaeTest;
import io.chodae.testing.RewoundClock;
import io.chodae.testing.TestTimers;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** The whole server, with publishers to act for, and timers that run when a test says so; the clock stands at its start. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ChodaeTest
@TestPropertySource(properties = "chodae.timers.enabled=false")
@Import({Publishers.class, Forms.class, ImportRoster.class, TestTimers.class})
@ExtendWith(RewoundClock.class)
@interface CampaignTest {}
