package io.chodae.cloudidentity;

import io.chodae.capture.UserInvitationRefusal;
import io.chodae.capture.UserInvitationResult.Refused;
import io.chodae.wire.ApiError;
import io.chodae.wire.ApiStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a refused send or cancel tells its caller. */
final class Refusals {

    private static final Duration UNKNOWN_WAIT = Duration.ofMinutes(1);

    private Refusals() {}

    static ApiError of(ApiMethod method, String name, Refused refused) {
        if (refused.reason() == UserInvitationRefusal.TOO_MANY) {
            return tooMany(Objects.requireNonNullElse(refused.retryAfter(), UNKNOWN_WAIT));
        }
        String reason = reason(method, refused.reason());
        return ApiError.of(ApiStatus.FAILED_PRECONDITION, "%s: %s".formatted(name, reason))
                .with(Map.of(
                        "@type",
                        "type.googleapis.com/google.rpc.PreconditionFailure",
                        "violations",
                        List.of(Map.of("type", refused.reason().name(), "subject", name, "description", reason))));
    }

    private static String reason(ApiMethod method, UserInvitationRefusal refusal) {
        boolean send = method == ApiMethod.SEND;
        return switch (refusal) {
            case NO_ACCOUNT -> "No account has this primary address, so there is nobody to invite.";
            case FOREIGN_DOMAIN ->
                "The domain of this address is no verified primary or secondary domain of the customer.";
            case MANAGED ->
                send
                        ? "The account is managed already, so there is nothing to invite it to."
                        : "The account is managed: its invitation was accepted and can not be canceled.";
            case NOT_INVITED -> "No invitation is out, so there is nothing to cancel.";
            case SUPPRESSED -> "The address takes no mail, or its owner asked for no more invitations.";
            case CUSTOMER_SUSPENDED -> "Whoever runs this server has stopped the customer.";
            case TOO_MANY -> "Too many invitations for now.";
        };
    }

    private static ApiError tooMany(Duration wait) {
        // whole seconds, rounded up, so that waiting as told is enough
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        return ApiError.of(
                        ApiStatus.RESOURCE_EXHAUSTED,
                        "Too many invitations for now. Try again in %d seconds.".formatted(seconds))
                .with(Map.of("@type", "type.googleapis.com/google.rpc.RetryInfo", "retryDelay", seconds + "s"))
                .withHeader("Retry-After", Long.toString(seconds));
    }
}
