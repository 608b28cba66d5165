package io.chodae.suppression;

import io.chodae.mail.EnhancedStatus;
import io.chodae.shared.EmailAddress;
import io.chodae.shared.PlainText;
import io.chodae.suppression.RecipientReport.Action;
import jakarta.mail.internet.InternetHeaders;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the fields of one recipient in a delivery report (RFC 3464, 2.3). */
final class RecipientFields {

    private static final Pattern UNICODE = Pattern.compile("\\\\x\\{([0-9A-Fa-f]{2,6})}");
    private static final Pattern SMTP_CODE = Pattern.compile("[2-5][0-9]{2}[ -].*");

    private RecipientFields() {}

    /** Empty where nobody is named, or what happened is not said. */
    static Optional<RecipientReport> read(InternetHeaders fields) {
        List<String> recipients = Stream.of("Original-Recipient", "Final-Recipient")
                .flatMap(name -> address(text(fields, name)).stream())
                .distinct()
                .toList();
        Optional<Action> action = action(text(fields, "Action"));
        String words = words(fields);
        Optional<EnhancedStatus> status =
                EnhancedStatus.of(text(fields, "Status")).or(() -> EnhancedStatus.ofReply(words));
        return recipients.isEmpty() || action.isEmpty() || status.isEmpty()
                ? Optional.empty()
                : Optional.of(new RecipientReport(
                        recipients,
                        action.get(),
                        status.get(),
                        SMTP_CODE.matcher(words).matches() ? words : (status.get() + " " + words).strip()));
    }

    private static Optional<Action> action(String text) {
        return Stream.of(Action.values())
                .filter(action -> action.name().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    /** {@code rfc822; jo@example.com}, or by RFC 6533 {@code utf-8; …} with letters as <code>\x{…}</code>. */
    private static Optional<String> address(String typed) {
        int semicolon = typed.indexOf(';');
        String type = semicolon < 0 ? "" : typed.substring(0, semicolon).strip().toLowerCase(Locale.ROOT);
        String address = typed.substring(semicolon + 1).strip();
        if (address.startsWith("<") && address.endsWith(">")) {
            address = address.substring(1, address.length() - 1);
        }
        return switch (type) {
            case "rfc822", "" -> EmailAddress.parse(address).map(EmailAddress::key);
            case "utf-8" -> EmailAddress.parse(unescaped(address)).map(EmailAddress::key);
            default -> Optional.empty();
        };
    }

    private static String unescaped(String address) {
        return UNICODE.matcher(address)
                .replaceAll(letter -> Matcher.quoteReplacement(letter(Integer.parseInt(letter.group(1), 16))));
    }

    private static String letter(int point) {
        return Character.isValidCodePoint(point) ? Character.toString(point) : "";
    }

    private static String words(InternetHeaders fields) {
        String diagnostic = text(fields, "Diagnostic-Code");
        return PlainText.oneLine(diagnostic.substring(diagnostic.indexOf(';') + 1));
    }

    /** One line without comments' help; a field that is not there is empty. */
    private static String text(InternetHeaders fields, String name) {
        String value = fields.getHeader(name, null);
        return value == null ? "" : PlainText.oneLine(value);
    }
}
