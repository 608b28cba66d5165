package io.chodae.console;

import io.chodae.identity.ServiceAccountFault;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What is wrong with a service account, in sentences. */
@Component
class ServiceAccountWords {

    private final MessageSource messages;

    ServiceAccountWords(MessageSource messages) {
        this.messages = messages;
    }

    /** By the field that they stand beside. */
    Map<String, String> sentences(Set<ServiceAccountFault> faults, Locale locale) {
        Map<String, String> sentences = new LinkedHashMap<>();
        faults.forEach(fault -> sentences.putIfAbsent(
                fault.field(), messages.getMessage("service-account.fault." + fault.name(), null, locale)));
        return sentences;
    }
}
