package io.chodae.cloudidentity;

import io.chodae.capture.Captures;
import io.chodae.identity.HostileTokens;
import io.chodae.identity.TestServiceAccounts;
import io.chodae.testing.ChodaeTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** The whole server with organisations whose programs call the API; an address is sent five invitations a day. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ChodaeTest
@TestPropertySource(
        properties = {
            "chodae.timers.enabled=false",
            "chodae.mail.delivery=false",
            "chodae.capture.at-once=2000",
            "chodae.limits.recipient-per-day=5"
        })
@Import({Captures.class, TestServiceAccounts.class, HostileTokens.class, Wires.class})
@interface WireTest {}
