package io.chodae.suppression;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Skips the tests where {@link RealPostfix} cannot run, and says in one line what to install. With
 * {@code CHODAE_REQUIRE_ALL} set or {@code CI=true} nothing is skipped.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsPostfix.Condition.class)
@interface NeedsPostfix {

    /** Decides for it. */
    final class Condition implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (RealPostfix.isHere()
                    || System.getenv().containsKey("CHODAE_REQUIRE_ALL")
                    || "true".equals(System.getenv("CI"))) {
                return ConditionEvaluationResult.enabled("");
            }
            if (context.getTestMethod().isEmpty()) {
                System.out.println(RealPostfix.TO_INSTALL);
            }
            return ConditionEvaluationResult.disabled(RealPostfix.TO_INSTALL);
        }
    }
}
