package io.chodae.platform;

import io.chodae.platform.postgres.PostgresRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Shows a refused start as the one sentence that it is, in place of a stack trace. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class StartFailureAnalyzer implements FailureAnalyzer {

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case StartRefused refused -> {
                    return sentence(refused.getMessage(), failure);
                }
                case PostgresRefused refused -> {
                    return sentence(refused.getMessage(), failure);
                }
                case PortInUseException taken -> {
                    return sentence(MachineCheck.portInUse(taken.getPort()), failure);
                }
                default -> {}
            }
        }
        return null;
    }

    private static FailureAnalysis sentence(@Nullable String message, Throwable failure) {
        return new FailureAnalysis(message, null, failure);
    }
}
