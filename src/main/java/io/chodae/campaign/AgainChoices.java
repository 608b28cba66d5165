package io.chodae.campaign;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether people with a pending invitation get a new one, and those whose address bounced a mail.
 *
 * @param everybody with a pending invitation of whom nothing is said below; a bounced address is tried by name only
 * @param again match keys of people who do
 * @param skip match keys of people who do not
 */
record AgainChoices(boolean everybody, Set<String> again, Set<String> skip) {

    AgainChoices {
        again = Set.copyOf(again);
        skip = Set.copyOf(skip);
    }

    /** Whether a mail goes to this person, as the publisher knows it now. */
    boolean gets(String emailKey, @Nullable String standing) {
        if (Standing.ENROLLED.equals(standing) || Standing.OPTED_OUT.equals(standing)) {
            return false;
        }
        if (Standing.BOUNCED.equals(standing)) {
            return again.contains(emailKey);
        }
        return !Standing.INVITED.equals(standing)
                || again.contains(emailKey)
                || (everybody && !skip.contains(emailKey));
    }
}
