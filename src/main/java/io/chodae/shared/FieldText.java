package io.chodae.shared;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Texts of a publisher with places for a few values: {@code Hello {{name}}}. There is no logic in them: no sections,
 * no parts, no escaping to be switched off. Values are put in by one walk and are never read as places again; braces
 * that name nothing stay as they are.
 */
public final class FieldText {

    /** What a text may name. */
    public enum Field {
        /** The invited person's name. */
        NAME,
        /** The group that the person is invited into. */
        GROUP,
        /** The Biz Service. */
        SERVICE,
        /** Until when the invitation can be accepted. */
        EXPIRES;

        /** As it stands in a text: {@code {{name}}}. */
        public String place() {
            return "{{" + word() + "}}";
        }

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        private static Optional<Field> of(String word) {
            return Arrays.stream(values())
                    .filter(field -> field.word().equals(word))
                    .findFirst();
        }
    }

    /**
     * Something that is meant to be a field: a word, or one of the signs by which template languages do more than we
     * do. Lengths are bounded, for the text is anybody's.
     */
    private static final Pattern PLACE = Pattern.compile("\\{\\{ {0,9}([\\p{L}#^/>!&=][^{}\\n]{0,60}?) {0,9}}}");

    private FieldText() {}

    /** The text with its values; a field without one, and what is no field, stays as it was written. */
    public static String fill(String text, Map<Field, String> values) {
        return PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(
                        Field.of(place.group(1)).map(values::get).orElse(place.group())));
    }

    /** The fields that a text names. */
    public static Set<Field> fields(String text) {
        Set<Field> fields = EnumSet.noneOf(Field.class);
        PLACE.matcher(text).results().forEach(place -> Field.of(place.group(1)).ifPresent(fields::add));
        return fields;
    }

    /** Places as they are written that name no field, each once. */
    public static List<String> unknown(String text) {
        return PLACE.matcher(text)
                .results()
                .filter(place -> Field.of(place.group(1)).isEmpty())
                .map(MatchResult::group)
                .distinct()
                .toList();
    }

    /** All that may be used, for a sentence: {@code {{name}}, {{group}}, …}. */
    public static String allPlaces() {
        return Arrays.stream(Field.values()).map(Field::place).collect(Collectors.joining(", "));
    }
}
