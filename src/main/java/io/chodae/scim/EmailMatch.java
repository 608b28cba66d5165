package io.chodae.scim;

import io.chodae.shared.EmailAddress;
import java.util.Locale;

/** Whether a filter within brackets means the one address that a user has. */
final class EmailMatch {

    private EmailMatch() {}

    static boolean matches(Filter filter, EmailAddress email) {
        return switch (filter) {
            case Filter.And and -> and.parts().stream().allMatch(part -> matches(part, email));
            case Filter.Or or -> or.parts().stream().anyMatch(part -> matches(part, email));
            case Filter.Not not -> !matches(not.part(), email);
            case Filter.Compare compare -> compared(compare, email);
        };
    }

    private static boolean compared(Filter.Compare compare, EmailAddress email) {
        String is = (compare.attribute() == UserAttribute.EMAIL
                        ? email.value()
                        : compare.attribute().constant())
                .toLowerCase(Locale.ROOT);
        String asked = compare.value().toLowerCase(Locale.ROOT);
        return switch (compare.operator()) {
            case EQ -> is.equals(asked);
            case NE -> !is.equals(asked);
            case CO -> is.contains(asked);
            case SW -> is.startsWith(asked);
            case EW -> is.endsWith(asked);
            case PR -> true;
            case GT -> is.compareTo(asked) > 0;
            case GE -> is.compareTo(asked) >= 0;
            case LT -> is.compareTo(asked) < 0;
            case LE -> is.compareTo(asked) <= 0;
        };
    }
}
