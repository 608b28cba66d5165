package io.chodae.scim;

import io.chodae.capture.Captures;
import io.chodae.identity.TestServiceAccounts;
import io.chodae.testing.ChodaeTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** The whole server with organisations whose identity providers call it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ChodaeTest
@TestPropertySource(properties = {"chodae.timers.enabled=false", "chodae.mail.delivery=false"})
@Import({Captures.class, TestServiceAccounts.class, Scims.class})
@interface ScimTest {}
