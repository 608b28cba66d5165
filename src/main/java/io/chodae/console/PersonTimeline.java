package io.chodae.console;

import io.chodae.audit.AuditLine;
import io.chodae.audit.AuditOf;
import io.chodae.bizkit.EnrolledUser;
import io.chodae.mail.Deliveries;
import io.chodae.mail.Delivery;
import io.chodae.mail.MailHistory;
import io.chodae.shared.CustomerId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What happened with a person, newest first: of the trail, and the mails with what became of them. */
@Component
class PersonTimeline {

    private static final int MOST = 200;

    /** Actions with a sentence of their own; any other is told by its name. */
    private static final Set<String> TOLD = Set.of(
            "user.moved",
            "user.unclassified",
            "user.suspended",
            "user.resumed",
            "user.changed",
            "user.end_set",
            "user.end_cleared",
            "user.membership_ended",
            "user.removed",
            "user.withdrew",
            "user.withdrew_play",
            "invitation.sent_again",
            "invitation.accepted",
            "invitation.canceled",
            "invitation.declined",
            "mail.invitation",
            "mail.welcome");

    private final AuditOf audit;
    private final Deliveries deliveries;

    PersonTimeline(AuditOf audit, Deliveries deliveries) {
        this.audit = audit;
        this.deliveries = deliveries;
    }

    /**
     * One line.
     *
     * @param key of its sentence
     * @param detail what the sentence names; empty for most
     * @param actor who did it; null where the sentence says enough
     * @param delivery what became of the mail; null for everything else
     */
    record Event(
            Instant at,
            String key,
            String detail,
            @Nullable String actor,
            @Nullable Delivery delivery) {

        /** The day that the sentence names. */
        public LocalDate day() {
            return LocalDate.parse(detail);
        }
    }

    List<Event> of(CustomerId customer, EnrolledUser user) {
        List<Event> events = new ArrayList<>();
        audit.subject(customer, "user", String.valueOf(user.id()), MOST).forEach(line -> events.add(event(line)));
        audit.subject(customer, "invitation", String.valueOf(user.invitationId()), MOST)
                .forEach(line -> events.add(event(line)));
        for (String kind : List.of("invitation", "welcome")) {
            deliveries.historyOf(customer, kind, user.invitationId()).forEach(mail -> events.add(event(kind, mail)));
        }
        events.sort(Comparator.comparing(Event::at).reversed());
        return events;
    }

    private static Event event(AuditLine line) {
        String key = TOLD.contains(line.action()) ? line.action() : "other";
        String detail = switch (line.action()) {
            case "user.moved", "user.changed" -> line.details().getOrDefault("name", "");
            case "user.end_set" -> line.details().getOrDefault("endsOn", "");
            default -> key.equals("other") ? line.action() : "";
        };
        return new Event(line.at(), "people.event." + key, detail, line.actor(), null);
    }

    private static Event event(String kind, MailHistory mail) {
        return new Event(mail.createdAt(), "people.event.mail." + kind, "", null, mail.delivery());
    }
}
