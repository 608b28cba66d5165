package io.chodae.notice;

import io.chodae.shared.Language;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;

/** Points in time as mails write them, in the one zone of this server, which is named beside them. */
final class MailTimes {

    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    private final ZoneId zone;

    MailTimes(ZoneId zone) {
        this.zone = zone;
    }

    /** {@code 2026.11.23 14:30 (한국 시간)} or {@code 23 Nov 2026, 14:30 (Korea time)}. */
    String format(Instant instant, Language language) {
        String pattern = language == Language.KO ? "yyyy.MM.dd HH:mm" : "d MMM yyyy, HH:mm";
        DateTimeFormatter formatter = DateTimeFormatter.ofPattern(pattern, language.locale());
        return formatter.format(instant.atZone(zone)) + " (" + zoneName(language) + ")";
    }

    private String zoneName(Language language) {
        if (zone.equals(SEOUL)) {
            return language == Language.KO ? "한국 시간" : "Korea time";
        }
        return zone.getDisplayName(TextStyle.FULL, language.locale());
    }
}
