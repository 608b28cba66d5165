package io.chodae.testing;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Every test begins at {@link TestClock#START}, whatever the one before did to the clock that they share. Not for those
 * who sign in often: the count of attempts runs out where time never passes.
 */
public final class RewoundClock implements BeforeEachCallback {

    @Override
    public void beforeEach(ExtensionContext test) {
        SpringExtension.getApplicationContext(test).getBean(TestClock.class).reset();
    }
}
