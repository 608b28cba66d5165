package io.chodae.mail;

import io.chodae.shared.PlainText;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An outcome as columns of the outbox. */
record WrittenOutcome(
        long customer,
        long mail,
        String state,
        String reply,
        @Nullable String next,
        int uncounted,
        int attempts) {

    private static final int MAX_REPLY = 300;

    static WrittenOutcome of(Claimed claimed, Outcome outcome, Instant now) {
        QueuedMail mail = claimed.mail();
        return switch (outcome) {
            case Outcome.Sent sent -> row(claimed, "sent", sent.reply(), null, 0);
            case Outcome.Failed failed -> row(claimed, "failed", failed.reply(), null, 0);
            case Outcome.Bounced bounced -> row(claimed, "bounced", bounced.reply(), null, 0);
            case Outcome.Suppressed suppressed -> row(claimed, "suppressed", suppressed.reply(), null, 1);
            case Outcome.Obsolete obsolete -> row(claimed, "obsolete", obsolete.reply(), null, 1);
            case Outcome.Unreached unreached ->
                row(claimed, claimed.attempts() == 1 ? "queued" : "deferred", unreached.reply(), now, 1);
            case Outcome.Deferred deferred -> {
                Optional<Instant> next = RetryPauses.next(mail.mailId(), claimed.attempts(), claimed.triedSince(), now);
                yield next.isPresent()
                        ? row(claimed, "deferred", deferred.reply(), next.get(), 0)
                        : row(claimed, "failed", "Given up after two days: " + deferred.reply(), null, 0);
            }
        };
    }

    private static WrittenOutcome row(
            Claimed claimed, String state, String reply, @Nullable Instant next, int uncounted) {
        return new WrittenOutcome(
                claimed.mail().customer().value(),
                claimed.mail().mailId(),
                state,
                cut(reply),
                next == null ? null : next.toString(),
                uncounted,
                claimed.attempts());
    }

    /** Never inside a character. */
    static String cut(String reply) {
        return PlainText.length(reply) <= MAX_REPLY
                ? reply
                : reply.substring(0, reply.offsetByCodePoints(0, MAX_REPLY - 1)) + "…";
    }
}
