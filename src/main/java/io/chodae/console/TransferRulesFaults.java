package io.chodae.console;

import io.chodae.capture.TransferRulesFault;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says of each field of the rules what is wrong with it. */
@Component
class TransferRulesFaults {

    private final MessageSource messages;

    TransferRulesFaults(MessageSource messages) {
        this.messages = messages;
    }

    /** The first fault of each field. */
    Map<String, String> byField(Set<TransferRulesFault> faults, Locale locale) {
        Map<String, String> sentences = new LinkedHashMap<>();
        new TreeSet<>(faults)
                .forEach(fault -> sentences.putIfAbsent(
                        field(fault), messages.getMessage("transfer.rules.fault." + fault.name(), null, locale)));
        return sentences;
    }

    private static String field(TransferRulesFault fault) {
        return switch (fault) {
            case TOO_MANY_REMINDERS, REMINDER_DAYS, REMINDER_AFTER_DEADLINE -> "reminders";
            case DEADLINE_DAYS, NOTICE_TOO_LONG, EVICTS_WITHOUT_DEADLINE -> "deadline";
            case NOTICE_DAYS -> "notice";
            case NOT_TICKED -> "ticked";
        };
    }
}
