package io.chodae.console;

import io.chodae.bizkit.Fault;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Turns what a use case found wrong into one sentence a field, in the reader's language. */
@Component
class ConsoleFaults {

    private final MessageSource messages;

    ConsoleFaults(MessageSource messages) {
        this.messages = messages;
    }

    /** The first fault of each field. */
    Map<String, String> byField(List<Fault> faults) {
        Map<String, String> sentences = new LinkedHashMap<>();
        for (Fault fault : faults) {
            sentences.putIfAbsent(
                    fault.field(),
                    messages.getMessage(
                            "bizkit.fault." + fault.field() + "." + fault.code(),
                            fault.args().toArray(),
                            LocaleContextHolder.getLocale()));
        }
        return sentences;
    }
}
