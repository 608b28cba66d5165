package io.chodae.testing;

import java.nio.file.Files;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Decides for {@link NeedsBrowser}. */
final class BrowserCondition implements ExecutionCondition {

    static final String TO_INSTALL = "Browser tests need Chromium: apt-get install -y chromium fonts-noto-cjk";

    private static final AtomicBoolean SAID = new AtomicBoolean();

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        boolean runs = runs(Files.isExecutable(TestBrowser.CHROMIUM), System.getenv());
        if (!runs && SAID.compareAndSet(false, true)) {
            System.out.println(TO_INSTALL);
        }
        return runs ? ConditionEvaluationResult.enabled("") : ConditionEvaluationResult.disabled(TO_INSTALL);
    }

    static boolean runs(boolean installed, Map<String, String> environment) {
        return installed || environment.containsKey("CHODAE_REQUIRE_ALL") || "true".equals(environment.get("CI"));
    }
}
