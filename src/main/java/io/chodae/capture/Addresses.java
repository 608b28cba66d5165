package io.chodae.capture;

import io.chodae.shared.EmailAddress;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

final class Addresses {

    private Addresses() {}

    /** Each key once. */
    static Set<String> keys(Collection<EmailAddress> emails) {
        Set<String> keys = new LinkedHashSet<>();
        emails.forEach(email -> keys.add(email.key()));
        return keys;
    }
}
