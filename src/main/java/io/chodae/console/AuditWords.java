package io.chodae.console;

import io.chodae.audit.AuditEntry;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says a line of the audit trail in words. What has no words yet is shown as it was written down. */
@Component
class AuditWords {

    /** Details that tell on whom something was done, so that they need no second place. */
    private static final Set<String> NAMES = Set.of("email", "name");

    private final MessageSource messages;

    AuditWords(MessageSource messages) {
        this.messages = messages;
    }

    public String actor(AuditEntry entry, Locale locale) {
        return entry.actor().equals("system") ? word("audit.actor.system", entry.actor(), locale) : entry.actor();
    }

    public String action(String action, Locale locale) {
        return word("audit.action." + action, action, locale);
    }

    /** The kind of thing, and how it is called where the line knows that. */
    public String subject(AuditEntry entry, Locale locale) {
        String kind = word("audit.subject." + entry.subjectType(), entry.subjectType(), locale);
        String name = name(entry);
        return name.isEmpty() ? kind : kind + " " + name;
    }

    /** What else the line knows, such as "people: 12". */
    public String details(AuditEntry entry, Locale locale) {
        return new TreeMap<>(entry.details())
                .entrySet().stream()
                        .filter(detail -> !NAMES.contains(detail.getKey())
                                && !detail.getValue().isEmpty())
                        .map(detail -> detail(detail, locale))
                        .collect(Collectors.joining(" · "));
    }

    private String detail(Map.Entry<String, String> detail, Locale locale) {
        return word("audit.detail." + detail.getKey(), detail.getKey(), locale) + ": "
                + listed(word("audit.value." + detail.getValue(), detail.getValue(), locale));
    }

    /** Several values were written down as a list is printed. */
    private static String listed(String value) {
        return value.startsWith("[") && value.endsWith("]") ? value.substring(1, value.length() - 1) : value;
    }

    private static String name(AuditEntry entry) {
        String email = entry.details().getOrDefault("email", "");
        String name = entry.details().getOrDefault("name", "");
        if (!email.isEmpty() || !name.isEmpty()) {
            return email.isEmpty() ? name : email;
        }
        return entry.subjectId().matches("[0-9]+") ? "#" + entry.subjectId() : "";
    }

    private String word(String key, String otherwise, Locale locale) {
        return String.valueOf(messages.getMessage(key, null, otherwise, locale));
    }
}
