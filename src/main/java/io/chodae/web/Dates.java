package io.chodae.web;

import io.chodae.shared.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Writes dates for pages: 2026.11.23 in Korean, 23 Nov 2026 in English, 24 hours, in the site's time zone. */
@Component
public class Dates {

    private final ZoneId zone;

    Dates(@Value("${chodae.time-zone:Asia/Seoul}") ZoneId zone) {
        this.zone = zone;
    }

    /** For readers of one language; pages call it {@code dates}. */
    public In in(Language language) {
        return new In(zone, language);
    }

    /** The site's time zone. */
    public ZoneId zone() {
        return zone;
    }

    /** Dates for one language. */
    public record In(ZoneId zone, Language language) {

        public String day(Instant instant) {
            return format(instant, pattern());
        }

        /** A day of the calendar, which has no zone. */
        public String day(LocalDate day) {
            return format(day.atStartOfDay(zone).toInstant(), pattern());
        }

        public String minute(Instant instant) {
            return format(instant, language == Language.KO ? "yyyy.MM.dd HH:mm" : "d MMM yyyy, HH:mm");
        }

        /** For a table that a program may sort. */
        public String second(Instant instant) {
            return format(instant, "yyyy-MM-dd HH:mm:ss");
        }

        /** With the time zone's name, for a deadline. */
        public String deadline(Instant instant) {
            return minute(instant) + " (" + zoneName() + ")";
        }

        /** The site's time zone, as people call it. */
        public String zoneName() {
            return zone.getId().equals("Asia/Seoul")
                    ? (language == Language.KO ? "한국 시간" : "Korea time")
                    : zone.getDisplayName(TextStyle.FULL, language.locale());
        }

        private String pattern() {
            return language == Language.KO ? "yyyy.MM.dd" : "d MMM yyyy";
        }

        private String format(Instant instant, String pattern) {
            Locale locale = language == Language.KO ? Locale.KOREAN : Locale.UK;
            return DateTimeFormatter.ofPattern(pattern, locale).withZone(zone).format(instant);
        }
    }
}
