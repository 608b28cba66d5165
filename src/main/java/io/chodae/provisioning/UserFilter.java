package io.chodae.provisioning;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** Which users are meant. */
public sealed interface UserFilter {

    record All() implements UserFilter {}

    /** A field compares to a value; only what {@link #isPossible} can be made. */
    record Is(UserField field, UserMatch match, String value) implements UserFilter {

        public Is {
            if (!isPossible(field, match, value)) {
                throw new IllegalArgumentException(field + " " + match);
            }
        }

        /** Whether such a comparison makes sense: parts of times do not, and of values that are no times none does. */
        public static boolean isPossible(UserField field, UserMatch match, String value) {
            if (match == UserMatch.PRESENT) {
                return true;
            }
            return switch (field) {
                case CREATED, UPDATED -> !match.isPart() && time(value).isPresent();
                case SUSPENDED -> match == UserMatch.EQUALS && (value.equals("true") || value.equals("false"));
                case ID, EMAIL, GIVEN_NAME, FAMILY_NAME, DISPLAY_NAME, EXTERNAL_ID, LANGUAGE -> true;
            };
        }

        static Optional<Instant> time(String value) {
            try {
                return Optional.of(OffsetDateTime.parse(value).toInstant());
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }
    }

    /** All of them hold; none of them: always. */
    record And(List<UserFilter> parts) implements UserFilter {

        public And {
            parts = List.copyOf(parts);
        }
    }

    /** One of them holds; none of them: never. */
    record Or(List<UserFilter> parts) implements UserFilter {

        public Or {
            parts = List.copyOf(parts);
        }
    }

    record Not(UserFilter part) implements UserFilter {}
}
