package io.chodae.roster;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;

/** Tells dates from quantities, which spreadsheets do by the cell's format alone, and writes them one way. */
final class DateText {

    private static final DateTimeFormatter WITH_TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final Pattern NOT_SHOWN_OR_QUOTED = Pattern.compile("\"[^\"]*\"|\\\\.|\\[[^]]*]|_.|\\*.");
    private static final Pattern DATE_LETTERS = Pattern.compile("[yYmMdDhHsS]");
    private static final Pattern DIGITS = Pattern.compile("[0#?@]");

    /** Spreadsheets count no further. */
    private static final int YEAR_10000 = 2_958_466;

    private static final int MAX_FORMATS = 5_000;

    private final boolean from1904;
    private final Map<String, Boolean> formats = new HashMap<>();

    DateText(boolean from1904) {
        this.from1904 = from1904;
    }

    /** Empty where the format shows a quantity, or the number is no date. */
    Optional<String> read(double number, int formatId, @Nullable String format) {
        if (formatId == 0 || number < 0 || number >= YEAR_10000 || !isDate(formatId, format)) {
            return Optional.empty();
        }
        LocalDateTime date = DateUtil.getLocalDateTime(number, from1904, true);
        if (number < 1) {
            return Optional.of(TIME.format(date));
        }
        return Optional.of(
                date.toLocalTime().equals(LocalTime.MIDNIGHT)
                        ? date.toLocalDate().toString()
                        : WITH_TIME.format(date));
    }

    private boolean isDate(int id, @Nullable String format) {
        if (format == null) {
            // those of East Asian editions are known by number alone (ECMA-376 Part 1, 18.8.30)
            return DateUtil.isInternalDateFormat(id) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
        }
        if (formats.size() > MAX_FORMATS) {
            formats.clear();
        }
        return formats.computeIfAbsent(format, DateText::showsDate);
    }

    /** Whether the part for positive numbers has letters of a date and no digits to fill in. */
    private static boolean showsDate(String format) {
        String bare = NOT_SHOWN_OR_QUOTED.matcher(format).replaceAll("");
        String positive = bare.contains(";") ? bare.substring(0, bare.indexOf(';')) : bare;
        return DATE_LETTERS.matcher(positive).find()
                && !DIGITS.matcher(positive).find();
    }
}
