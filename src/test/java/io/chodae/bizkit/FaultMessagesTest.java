package io.chodae.bizkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class FaultMessagesTest {

    private static final Path MESSAGES = Path.of("src/main/resources/messages");

    /** All faults that the forms can give, with as many args as they give. */
    @ParameterizedTest
    @CsvFileSource(resources = "/bizkit/faults.csv", numLinesToSkip = 1)
    void every_fault_has_a_sentence_in_both_languages(String field, String code, int args) throws IOException {
        Object[] values = new Object[args];
        for (int i = 0; i < args; i++) {
            values[i] = "value-" + i;
        }
        for (String file : new String[] {"bizkit.properties", "bizkit_ko.properties"}) {
            String text = sentence(file, new Fault(field, code, List.of(values)));
            assertThat(text).endsWith(".").doesNotContain("{");
            for (Object value : values) {
                assertThat(text).contains(value.toString());
            }
        }
    }

    @Test
    void says_of_an_icon_what_was_found_and_what_is_wanted() throws IOException {
        byte[] jpeg = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0};
        assertThat(sentence("bizkit.properties", CheckIcon.fault(jpeg).orElseThrow()))
                .contains("JPEG")
                .contains("PNG");
        assertThat(sentence(
                        "bizkit_ko.properties",
                        CheckIcon.fault(new byte[1 << 20]).orElseThrow()))
                .contains("200KB");
    }

    @Test
    void both_languages_say_the_same_things() throws IOException {
        assertThat(read("bizkit_ko.properties").stringPropertyNames())
                .isNotEmpty()
                .isEqualTo(read("bizkit.properties").stringPropertyNames());
    }

    private static String sentence(String file, Fault fault) throws IOException {
        String key = "bizkit.fault." + fault.field() + "." + fault.code();
        String pattern = read(file).getProperty(key);
        assertThat(pattern).as("%s in %s", key, file).isNotNull();
        return new MessageFormat(pattern, Locale.ROOT).format(fault.args().toArray());
    }

    private static Properties read(String name) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(MESSAGES.resolve(name))) {
            properties.load(reader);
        }
        return properties;
    }
}
