package io.chodae.campaign;

import io.chodae.shared.Language;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/** The words of a campaign's report, and its times: as a spreadsheet program understands them, in the site's zone. */
@Component
class ReportTexts {

    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    private final ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
    private final DateTimeFormatter times;
    private final ZoneId zone;

    ReportTexts(@Value("${chodae.time-zone:Asia/Seoul}") ZoneId zone) {
        this.zone = zone;
        this.times = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(zone);
        messages.setBasename("messages/campaign-report");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
    }

    String word(String key, Language language) {
        return messages.getMessage("report." + key, null, language.locale());
    }

    /** The name of a column of times, with the zone that they are told in. */
    String timeColumn(String key, Language language) {
        return word("column." + key, language) + " (" + zoneName(language) + ")";
    }

    /** What the row is called by: its number in the spreadsheet, or its place among the typed ones. */
    String row(DraftRow row, Language language) {
        Object[] number = {String.valueOf(row.shownRow())};
        return row.source() == RowSource.FILE
                ? String.valueOf(row.shownRow())
                : messages.getMessage("report.typed", number, language.locale());
    }

    String time(@Nullable Instant instant) {
        return instant == null ? "" : times.format(instant);
    }

    private String zoneName(Language language) {
        return zone.equals(SEOUL) ? word("seoul", language) : zone.getId();
    }
}
