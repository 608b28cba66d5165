package io.chodae.bizkit;

import io.chodae.shared.Language;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The words of tables of people, and their times: as a spreadsheet program understands them, in the site's zone. */
@Component
class PeopleTexts {

    private final MessageSource messages;
    private final DateTimeFormatter times;
    private final ZoneId zone;

    PeopleTexts(MessageSource messages, @Value("${chodae.time-zone:Asia/Seoul}") ZoneId zone) {
        this.messages = messages;
        this.zone = zone;
        this.times = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(zone);
    }

    String word(String key, Language language) {
        return messages.getMessage("people.column." + key, null, language.locale());
    }

    /** The name of a column of times, with the zone that they are told in. */
    String timeColumn(String key, Language language) {
        return word(key, language) + " (" + zone.getId() + ")";
    }

    String time(@Nullable Instant instant) {
        return instant == null ? "" : times.format(instant);
    }
}
