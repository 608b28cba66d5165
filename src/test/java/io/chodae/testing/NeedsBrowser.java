package io.chodae.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Skips the tests where Chromium is missing, and says in one line what to install. With {@code CHODAE_REQUIRE_ALL} set
 * or {@code CI=true} nothing is skipped: the tests fail instead.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ExtendWith(BrowserCondition.class)
public @interface NeedsBrowser {}
