package io.chodae.console;

import io.chodae.invitation.InvitationOrder;
import io.chodae.invitation.InvitationState;
import io.chodae.mail.DeliveryState;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What part of the invitations a page shows, and in which order. Every link and button of the page carries it, so that
 * nobody is thrown back to the first page by an act on the fifth.
 *
 * @param offer of one sending
 * @param group {@code none} or a group's number, as {@link GroupFilters} reads it
 * @param from day of the newest mail, in the site's time zone; {@code to} is the last one
 * @param ends day on which the link ends, in the site's time zone
 * @param dir {@code asc} or {@code desc}; else what suits the order
 */
record InvitationFilter(
        @Nullable String q,
        @Nullable InvitationState state,
        @Nullable Long offer,
        @Nullable String after,
        @Nullable DeliveryState delivery,
        @Nullable String group,
        @Nullable String from,
        @Nullable String to,
        @Nullable String ends,
        @Nullable InvitationOrder sort,
        @Nullable String dir) {

    public String text() {
        return q == null ? "" : q.strip();
    }

    public InvitationOrder order() {
        return sort == null ? InvitationOrder.NEWEST : sort;
    }

    public boolean descending() {
        return switch (order()) {
            case NEWEST, SENT -> !"asc".equals(dir);
            case NAME, EMAIL, EXPIRES -> "desc".equals(dir);
        };
    }

    Optional<LocalDate> first() {
        return day(from);
    }

    Optional<LocalDate> last() {
        return day(to);
    }

    Optional<LocalDate> end() {
        return day(ends);
    }

    /** Everybody. */
    static InvitationFilter all() {
        return new InvitationFilter(null, null, null, null, null, null, null, null, null, null, null);
    }

    /** The same people, of those only whose link ends on that day. */
    InvitationFilter ending(LocalDate day) {
        return new InvitationFilter(q, state, offer, null, delivery, group, from, to, day.toString(), sort, dir);
    }

    /** The same people in another state; null for all states. */
    public InvitationFilter in(@Nullable InvitationState other) {
        return new InvitationFilter(q, other, offer, null, delivery, group, from, to, ends, sort, dir);
    }

    /** The same people whose newest mail is there; null for all. */
    public InvitationFilter mailed(@Nullable DeliveryState other) {
        return new InvitationFilter(q, state, offer, null, other, group, from, to, ends, sort, dir);
    }

    /** The same people in another order, from its beginning; the other way round where it is this order already. */
    public InvitationFilter by(InvitationOrder other) {
        String way = other == order() ? (descending() ? "asc" : "desc") : null;
        return new InvitationFilter(q, state, offer, null, delivery, group, from, to, ends, other, way);
    }

    public InvitationFilter after(@Nullable String position) {
        return new InvitationFilter(q, state, offer, position, delivery, group, from, to, ends, sort, dir);
    }

    /** Whether it leaves anybody out. */
    public boolean narrows() {
        return fields().keySet().stream()
                .anyMatch(name -> !name.equals("sort") && !name.equals("dir") && !name.equals("after"));
    }

    /** For readers of {@code aria-sort}. */
    public String direction(InvitationOrder column) {
        return column != order() ? "none" : descending() ? "descending" : "ascending";
    }

    /** What an address or a form has to carry. */
    public Map<String, String> fields() {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("q", text());
        all.put("state", state);
        all.put("offer", offer);
        all.put("delivery", delivery);
        all.put("group", group);
        all.put("from", from);
        all.put("to", to);
        all.put("ends", ends);
        all.put("sort", sort);
        all.put("dir", dir);
        all.put("after", after);
        Map<String, String> given = new LinkedHashMap<>();
        all.forEach((name, value) -> {
            if (value != null && !value.toString().isEmpty()) {
                given.put(name, value.toString());
            }
        });
        return given;
    }

    /** Where this part is shown. */
    public String path() {
        return path("/console/invitations");
    }

    /** Another page that is about this part. */
    public String path(String page) {
        UriComponentsBuilder path = UriComponentsBuilder.fromPath(page);
        Map<String, String> fields = fields();
        fields.keySet().forEach(name -> path.queryParam(name, "{" + name + "}"));
        return path.encode().buildAndExpand(fields).toUriString();
    }

    /** Whether each part of it means something; what does not leaves nobody out. */
    boolean readable() {
        return reads(from) && reads(to) && GroupFilters.reads(group == null ? "" : group);
    }

    private static boolean reads(@Nullable String day) {
        return day == null || day.isBlank() || day(day).isPresent();
    }

    private static Optional<LocalDate> day(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
