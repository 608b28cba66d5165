package io.chodae.roster;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;

/** Tells dates from quantities, which spreadsheets do by the cell's format alone, and writes them one way. */
final class DateText {

    private static final DateTimeFormatter WITH_TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final int MAX_FORMATS = 5_000;

    private final boolean from1904;
    private final Map<String, Boolean> formats = new HashMap<>();

    DateText(boolean from1904) {
        this.from1904 = from1904;
    }

    /** Empty where the format shows a quantity, or the number is no date. */
    Optional<String> read(double number, int formatId, @Nullable String format) {
        if (formatId == 0 || !isDate(formatId, format) || !DateUtil.isValidExcelDate(number)) {
            return Optional.empty();
        }
        LocalDateTime date = DateUtil.getLocalDateTime(number, from1904, true);
        if (date == null) {
            return Optional.empty();
        }
        if (number < 1) {
            return Optional.of(TIME.format(date));
        }
        return Optional.of(
                date.toLocalTime().equals(LocalTime.MIDNIGHT)
                        ? date.toLocalDate().toString()
                        : WITH_TIME.format(date));
    }

    private boolean isDate(int id, @Nullable String format) {
        // built-in dates of East Asian editions, which files name by number alone (ECMA-376 Part 1, 18.8.30)
        if ((id >= 27 && id <= 36) || (id >= 50 && id <= 58)) {
            return format == null || DateUtil.isADateFormat(id, format);
        }
        if (formats.size() > MAX_FORMATS) {
            formats.clear();
        }
        return formats.computeIfAbsent(id + ":" + format, key -> DateUtil.isADateFormat(id, format));
    }
}
