package io.chodae.cloudidentity;

import io.chodae.capture.UserInvitationOrder;
import io.chodae.wire.Parsed;
import io.chodae.wire.Quoted;
import java.util.Locale;
import java.util.Optional;

/** The {@code orderBy} of a list: one field and, where wanted, its direction. */
final class OrderBy {

    private static final String HELP =
            "Order by \"email\" or \"update_time\", one of them, and \"asc\" or \"desc\" behind it.";

    private OrderBy() {}

    static Parsed<UserInvitationOrder> parse(Optional<String> orderBy) {
        String text = unquoted(orderBy.orElse("").strip());
        if (text.isEmpty()) {
            return Parsed.good(UserInvitationOrder.EMAIL_ASC);
        }
        if (text.indexOf(',') >= 0) {
            return refused(text, "it names more than one field");
        }
        String[] words = text.toLowerCase(Locale.ROOT).split("\\s+", 3);
        if (words.length > 2) {
            return refused(text, "it has more than a field and a direction");
        }
        String direction = words.length == 1 ? "asc" : words[1];
        if (!direction.equals("asc") && !direction.equals("desc")) {
            return refused(text, "\"" + Quoted.of(direction) + "\" is no direction");
        }
        boolean down = direction.equals("desc");
        return switch (words[0]) {
            case "email" -> Parsed.good(down ? UserInvitationOrder.EMAIL_DESC : UserInvitationOrder.EMAIL_ASC);
            case "update_time", "updatetime" ->
                Parsed.good(down ? UserInvitationOrder.UPDATE_TIME_DESC : UserInvitationOrder.UPDATE_TIME_ASC);
            default -> refused(text, "\"" + Quoted.of(words[0]) + "\" is no field that a list is ordered by");
        };
    }

    private static String unquoted(String text) {
        boolean quoted = text.length() > 1
                && (text.charAt(0) == '\'' || text.charAt(0) == '"')
                && text.charAt(0) == text.charAt(text.length() - 1);
        return quoted ? text.substring(1, text.length() - 1).strip() : text;
    }

    private static Parsed<UserInvitationOrder> refused(String text, String reason) {
        return Parsed.invalid("Invalid orderBy \"%s\": %s. %s".formatted(Quoted.of(text), reason, HELP));
    }
}
