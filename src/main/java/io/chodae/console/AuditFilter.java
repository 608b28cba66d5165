package io.chodae.console;

import io.chodae.audit.AuditQuery;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What part of the audit log a page shows, as its address has it.
 *
 * @param from first day in the site's time zone
 * @param to last day
 * @param type with {@code id}: one very thing
 */
record AuditFilter(
        @Nullable String actor,
        @Nullable String subject,
        @Nullable String action,
        @Nullable String from,
        @Nullable String to,
        @Nullable String type,
        @Nullable String id,
        @Nullable String after) {

    static final String PATH = "/console/settings/audit";

    public String actorText() {
        return text(actor);
    }

    public String subjectText() {
        return text(subject);
    }

    public String actionText() {
        return text(action);
    }

    public String fromText() {
        return text(from);
    }

    public String toText() {
        return text(to);
    }

    public boolean isOneThing() {
        return !text(type).isEmpty() && !text(id).isEmpty();
    }

    public boolean isEmpty() {
        return address(PATH, null).equals(PATH);
    }

    /** The fields whose text is no day. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        if (!fromText().isEmpty() && day(fromText()).isEmpty()) {
            faults.add("from");
        }
        if (!toText().isEmpty() && day(toText()).isEmpty()) {
            faults.add("to");
        }
        return faults;
    }

    AuditQuery query(ZoneId zone) {
        return new AuditQuery(
                actorText(),
                subjectText(),
                actionText(),
                isOneThing() ? text(type) : "",
                isOneThing() ? text(id) : "",
                day(fromText()).map(day -> begin(day, zone)).orElse(null),
                day(toText()).map(day -> begin(day.plusDays(1), zone)).orElse(null));
    }

    /** The next page of the same lines. */
    public String path(String position) {
        return address(PATH, position);
    }

    /** The same lines as a file. */
    public String file(String format) {
        return address(PATH + "." + format, null);
    }

    /** All lines about one thing. */
    public String about(String otherType, String otherId) {
        return new AuditFilter(null, null, null, null, null, otherType, otherId, null).address(PATH, null);
    }

    private String address(String path, @Nullable String position) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        List<String> values = new ArrayList<>();
        put(address, values, "actor", actorText());
        put(address, values, "subject", subjectText());
        put(address, values, "action", actionText());
        put(address, values, "from", fromText());
        put(address, values, "to", toText());
        put(address, values, "type", text(type));
        put(address, values, "id", text(id));
        put(address, values, "after", text(position));
        return address.encode().buildAndExpand(values.toArray()).toUriString();
    }

    private static void put(UriComponentsBuilder address, List<String> values, String name, String value) {
        if (!value.isEmpty()) {
            address.queryParam(name, "{" + name + "}");
            values.add(value);
        }
    }

    private static Instant begin(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** As a date field sends it; people without one also write dots. */
    private static Optional<LocalDate> day(String typed) {
        try {
            return typed.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            LocalDate.parse(typed.replaceAll("[.\\s]+$", "").replaceAll("[./]\\s*", "-")));
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
