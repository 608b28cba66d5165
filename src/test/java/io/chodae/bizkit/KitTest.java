package io.chodae.bizkit;

import io.chodae.testing.ChodaeTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** The whole server with {@link Kits}; timers do nothing by themselves. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ChodaeTest
@TestPropertySource(properties = "chodae.timers.enabled=false")
@Import({Kits.class, Heard.class})
public @interface KitTest {}
