package io.chodae.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A place between two lines, newest first; the database keeps microseconds. */
record AuditPosition(Instant at, long id) {

    private static final Pattern SHAPE = Pattern.compile("([0-9]{1,17})-([0-9]{1,18})");

    /** It comes back from a browser: anything but one of ours means the beginning. */
    static Optional<AuditPosition> parse(String text) {
        Matcher shape = SHAPE.matcher(text);
        return shape.matches()
                ? Optional.of(new AuditPosition(
                        Instant.EPOCH.plus(Long.parseLong(shape.group(1)), ChronoUnit.MICROS),
                        Long.parseLong(shape.group(2))))
                : Optional.empty();
    }

    static AuditPosition of(AuditEntry entry) {
        return new AuditPosition(entry.at(), entry.id());
    }

    @Override
    public String toString() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at) + "-" + id;
    }
}
