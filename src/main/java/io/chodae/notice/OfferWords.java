package io.chodae.notice;

import io.chodae.mail.MailTemplate;
import io.chodae.shared.EmailAddress;
import io.chodae.shared.FieldText;
import io.chodae.shared.FieldText.Field;
import io.chodae.shared.PlainText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a publisher says in a mail, cleaned for it: single lines without controls or direction overrides, the reason
 * alone in several. Everything here is text of somebody else: it stands as it is, quoted or named, and is never a
 * link.
 *
 * @param publisher the organisation
 * @param service its Biz Service, or the publisher again while that has no name
 */
record OfferWords(
        String publisher,
        String service,
        String description,
        String inviter,
        String contactEmail,
        String contactPhone,
        List<String> reason,
        String group,
        List<PlayWords> plays) {

    /** So many Plays are named; the invitation's page has them all. */
    static final int PLAYS_NAMED = 10;

    /** A Play's description is cut there (code points): the mail is a summary. */
    static final int ABOUT_LENGTH = 80;

    record PlayWords(String title, String about) {
        static PlayWords of(String name, String description) {
            return new PlayWords(PlainText.oneLine(name), shortened(PlainText.oneLine(description)));
        }

        private static String shortened(String text) {
            if (PlainText.length(text) <= ABOUT_LENGTH) {
                return text;
            }
            return text.substring(0, text.offsetByCodePoints(0, ABOUT_LENGTH - 1))
                            .strip() + "…";
        }
    }

    OfferWords {
        publisher = PlainText.oneLine(publisher);
        service = PlainText.oneLine(service);
        description = PlainText.oneLine(description);
        inviter = PlainText.oneLine(inviter);
        contactEmail = PlainText.oneLine(contactEmail);
        contactPhone = PlainText.oneLine(contactPhone);
        reason = reason.stream().map(PlainText::oneLine).toList();
        group = PlainText.oneLine(group);
        plays = List.copyOf(plays);
    }

    /** The reason's lines as a mail quotes them: without blank ends, at most one blank line between two. */
    static List<String> lines(String reason) {
        String text = PlainText.lines(reason).replaceAll("\n{3,}", "\n\n");
        return text.isEmpty() ? List.of() : text.lines().toList();
    }

    /** Where answers go. An address beyond ASCII cannot stand in a header that every relay takes. */
    Optional<EmailAddress> replyTo() {
        return EmailAddress.parse(contactEmail).filter(address -> !address.needsSmtpUtf8());
    }

    /** What all share stands in it already, what differs from person to person as a slot. */
    private List<String> filledReason() {
        Map<Field, String> known = Map.of(
                Field.NAME,
                MailTemplate.slot("name"),
                Field.EXPIRES,
                MailTemplate.slot("until"),
                Field.GROUP,
                group,
                Field.SERVICE,
                service);
        return reason.stream().map(line -> FieldText.fill(line, known)).toList();
    }

    Map<String, Object> values() {
        Map<String, Object> values = new HashMap<>();
        values.put("publisher", publisher);
        values.put("service", service);
        values.put("brand", service);
        values.put("description", description);
        values.put("inviter", inviter);
        values.put("contactEmail", contactEmail);
        values.put("contactPhone", contactPhone);
        values.put("canReply", replyTo().isPresent());
        values.put("hasContact", !(contactEmail.isEmpty() && contactPhone.isEmpty()));
        values.put("reason", filledReason());
        values.put("hasReason", !reason.isEmpty());
        values.put("hasPlays", !plays.isEmpty());
        List<Map<String, String>> named = new ArrayList<>();
        for (PlayWords play : plays.subList(0, Math.min(plays.size(), PLAYS_NAMED))) {
            named.add(Map.of("title", play.title(), "about", play.about()));
        }
        values.put("plays", named);
        values.put("more", plays.size() > PLAYS_NAMED ? Integer.toString(plays.size() - PLAYS_NAMED) : "");
        return values;
    }
}
