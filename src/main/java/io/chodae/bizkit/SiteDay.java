package io.chodae.bizkit;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Which day it is where the publisher is: the site's time zone. */
@Component
public class SiteDay {

    private final Clock clock;
    private final ZoneId zone;

    SiteDay(Clock clock, @Value("${chodae.time-zone:Asia/Seoul}") ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }
}
