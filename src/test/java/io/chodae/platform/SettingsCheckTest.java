package io.chodae.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

class SettingsCheckTest {

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/platform/settings-faults.csv", useHeadersInDisplayName = true)
    void aFaultIsToldInOneSentenceThatSaysWhatToSet(String given, String sentence) {
        assertThat(new SettingsCheck(settings(given)).fault()).hasValue(sentence);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "server.port=8081",
                "management.server.port=9090 management.server.address=10.0.0.1",
                "management.server.port=8080",
                "server.address=localhost",
                "server.address=::1",
                "chodae.public-url=https://chodae.example/",
                "chodae.public-url=http://[::1]:8080",
                "chodae.demo=false server.address=0.0.0.0 chodae.public-url=https://chodae.example"
                        + " spring.mail.host=smtp.example chodae.mail.from=no-reply@chodae.example",
                "chodae.demo=false spring.datasource.url=jdbc:postgresql://db/chodae spring.mail.host=smtp.example"
                        + " chodae.mail.from=no-reply@chodae.example",
                "chodae.secret=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
                "chodae.time-zone=Europe/Berlin",
                "chodae.mail.sessions=200 chodae.mail.per-second=0 chodae.mail.per-hour=5000 chodae.mail.pause-at-percent=0",
                "spring.mail.host=smtp.example chodae.mail.from=no-reply@chodae.example",
                "chodae.mail.starttls=preferred",
                "spring.mail.host=smtp.example chodae.mail.from=no-reply@초대.example",
            })
    void rightSettingsPass(String given) {
        assertThat(new SettingsCheck(settings(given)).fault()).isEmpty();
    }

    @Test
    void noSettingAtAllPasses() {
        assertThat(new SettingsCheck(settings("")).fault()).isEmpty();
    }

    /** The defaults of application.properties, and over them what is given as {@code name=value name=value}. */
    private static MockEnvironment settings(String given) {
        MockEnvironment settings = new MockEnvironment()
                .withProperty("server.address", "127.0.0.1")
                .withProperty("server.port", "8080")
                .withProperty("chodae.public-url", "http://127.0.0.1:8080")
                .withProperty("chodae.demo", "true");
        Arrays.stream(given.split(" ", -1)).filter(pair -> pair.contains("=")).forEach(pair -> {
            int equals = pair.indexOf('=');
            settings.setProperty(pair.substring(0, equals), pair.substring(equals + 1));
        });
        return settings;
    }
}
