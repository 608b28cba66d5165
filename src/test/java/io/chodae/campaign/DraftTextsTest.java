package io.chodae.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.roster.RosterTexts;
import io.chodae.shared.Language;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class DraftTextsTest {

    private static final Path MESSAGES = Path.of("src/main/resources/messages");

    private final DraftTexts texts = new DraftTexts(new RosterTexts());

    /** All faults that the checks can give, with as many args as they give. */
    @ParameterizedTest
    @CsvFileSource(resources = "/campaign/faults.csv", numLinesToSkip = 1)
    void every_fault_has_a_sentence_in_both_languages(String field, String code, int args) {
        Object[] values = new Object[args];
        for (int i = 0; i < args; i++) {
            values[i] = "value-" + i;
        }
        for (Language language : Language.values()) {
            String text = texts.fault(new DraftFault(field, code, values), language);
            assertThat(text).endsWith(".").doesNotContain("{").doesNotContain("''");
            for (Object value : values) {
                assertThat(text).contains(value.toString());
            }
        }
    }

    @Test
    void both_languages_say_the_same_things() throws IOException {
        assertThat(read("campaign_ko.properties").stringPropertyNames())
                .isEqualTo(read("campaign.properties").stringPropertyNames());
    }

    private static Properties read(String name) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(MESSAGES.resolve(name))) {
            properties.load(reader);
        }
        return properties;
    }
}
