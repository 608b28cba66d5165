package io.chodae.suppression;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.shared.EmailAddress;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What reports say of their recipients, from mails as servers send them and as they should not. */
class ReadReportTest {

    @ParameterizedTest
    @CsvFileSource(resources = "/suppression/reports.csv", numLinesToSkip = 1)
    void aReportSaysWhatBecameOfARecipient(
            String file,
            String about,
            RecipientReport.@Nullable Action action,
            @Nullable String status,
            @Nullable String words)
            throws IOException {
        List<RecipientReport> found;
        try {
            found = ReadReport.read(mail(file)).stream()
                    .filter(report -> report.isAbout(EmailAddress.of(about).key()))
                    .toList();
        } catch (ReadReport.UnreadableReport e) {
            found = List.of();
        }
        if (action == null) {
            assertThat(found).isEmpty();
            return;
        }
        assertThat(found).singleElement().satisfies(report -> {
            assertThat(report.action()).isEqualTo(action);
            assertThat(report.status()).hasToString(status);
            assertThat(report.words()).isEqualTo(words);
        });
    }

    static byte[] mail(String file) throws IOException {
        try (InputStream in = ReadReportTest.class.getResourceAsStream("/suppression/reports/" + file + ".eml")) {
            return Objects.requireNonNull(in).readAllBytes();
        }
    }
}
