package io.chodae.roster;

import io.chodae.shared.Language;
import java.util.Map;
import java.util.ResourceBundle;
import org.springframework.stereotype.Component;

/** The sentences for faults, warnings and problems, with the values they name filled in. */
@Component
public class RosterTexts {

    /** What is wrong with a value and what to do about it. */
    public String fault(RowFault fault, Language language) {
        return text("roster.fault." + fault.code(), fault.args(), language);
    }

    /** How a value was understood. */
    public String warning(RowWarning warning, Language language) {
        return text("roster.warning." + warning.code(), Map.of(), language);
    }

    /** Why the file cannot be read and what to do about it. */
    public String problem(RosterReading.Unreadable unreadable, Language language) {
        return text("roster.problem." + unreadable.problem(), unreadable.args(), language);
    }

    /** The name of a column. */
    public String column(RosterColumn column, Language language) {
        return text("roster.column." + column, Map.of(), language);
    }

    static String text(String key, Map<String, String> args, Language language) {
        String text = ResourceBundle.getBundle("messages.roster", language.locale(), Fallback.NONE)
                .getString(key);
        for (var arg : args.entrySet()) {
            text = text.replace("{" + arg.getKey() + "}", arg.getValue());
        }
        return text;
    }

    /** English is the root bundle: the machine's own locale must not stand in for it. */
    private static final class Fallback {
        private static final ResourceBundle.Control NONE =
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    }
}
