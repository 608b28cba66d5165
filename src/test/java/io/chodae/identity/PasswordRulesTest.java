package io.chodae.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.shared.EmailAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class PasswordRulesTest {

    private static final Optional<EmailAddress> ADDRESS = EmailAddress.parse("Minji.Kim.Seoul@Hanbit.example");

    @ParameterizedTest
    @CsvFileSource(resources = "/identity/passwords.csv", numLinesToSkip = 1)
    void aPasswordIsLongUncommonAndNotTheAddress(String password, @Nullable String fault) {
        assertThat(PasswordRules.check(password, ADDRESS)).isEqualTo(Optional.ofNullable(fault));
    }

    @Test
    void nothingIsMissingRatherThanShort() {
        assertThat(PasswordRules.check("", ADDRESS)).contains("password.missing");
    }

    @Test
    void aPassPhraseMayBeLongButNotABook() {
        assertThat(PasswordRules.check("correct horse ".repeat(18), ADDRESS)).isEmpty();
        assertThat(PasswordRules.check("correct horse ".repeat(19), ADDRESS)).contains("password.long");
    }
}
