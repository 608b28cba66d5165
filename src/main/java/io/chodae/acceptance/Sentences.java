package io.chodae.acceptance;

import io.chodae.identity.FormFault;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Turns what a form was refused for into one sentence a field, in the reader's language. */
@Component
class Sentences {

    private final MessageSource messages;

    Sentences(MessageSource messages) {
        this.messages = messages;
    }

    /** Whom to ask, where an organisation makes the accounts on its domain itself. */
    Map<String, String> locked(String organisation, String contact, Locale locale) {
        return Map.of(
                "email", messages.getMessage("identity.domain-locked", new Object[] {organisation, contact}, locale));
    }

    Map<String, String> byField(List<FormFault> faults, Locale locale) {
        Map<String, String> sentences = new LinkedHashMap<>();
        for (FormFault fault : faults) {
            sentences.putIfAbsent(
                    fault.field(),
                    messages.getMessage(fault.code(), fault.args().toArray(), locale));
        }
        return sentences;
    }
}
