package io.chodae.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.shared.Language;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailTimesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Asia/Seoul       | KO | 2026.11.23 14:30 (한국 시간)
            Asia/Seoul       | EN | 23 Nov 2026, 14:30 (Korea time)
            America/New_York | EN | 23 Nov 2026, 00:30 (Eastern Time)
            Asia/Tokyo       | KO | 2026.11.23 14:30 (일본 시간)
            """)
    void namesTheZoneBesideTheTime(String zone, Language language, String expected) {
        assertThat(new MailTimes(ZoneId.of(zone)).format(Instant.parse("2026-11-23T05:30:00Z"), language))
                .isEqualTo(expected);
    }
}
