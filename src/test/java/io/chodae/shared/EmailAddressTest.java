package io.chodae.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class EmailAddressTest {

    @ParameterizedTest(name = "{3}: {0}")
    @CsvFileSource(resources = "/email-addresses.csv", numLinesToSkip = 1)
    void readsWhatIsAnAddressAndNothingElse(@Nullable String address, @Nullable String key, boolean valid, String why) {
        String text = address == null ? "" : Escapes.read(address);
        assertThat(EmailAddress.parse(text).map(EmailAddress::key))
                .as(why)
                .isEqualTo(valid ? Optional.of(Escapes.read(String.valueOf(key))) : Optional.empty());
    }

    @Test
    void aKeyReadsAsItself() {
        for (String address : List.of("Hyunwoo@한빛호텔.example", "ÉLODIE@hanbit.example", "a+b@Hanbit.example")) {
            EmailAddress parsed = EmailAddress.of(address);
            assertThat(EmailAddress.of(parsed.key()).key()).isEqualTo(parsed.key());
        }
    }

    @Test
    void goesOnTheWireAsWrittenWithTheDomainAsALabel() {
        EmailAddress address = EmailAddress.of("Hyun.Woo@한빛호텔.Example");
        assertThat(address.wire()).isEqualTo("Hyun.Woo@xn--xx3b006ao2cgza.example");
        assertThat(address.needsSmtpUtf8()).isFalse();
        assertThat(EmailAddress.of("장채원@hanbit.example").needsSmtpUtf8()).isTrue();
    }

    @Test
    void keepsTheSpellingForPeople() {
        assertThat(EmailAddress.of(" Minseo@Hanbit.example ")).hasToString("Minseo@Hanbit.example");
    }

    @Test
    void saysNothingOfTheTextThatWasNoAddress() {
        assertThatThrownBy(() -> EmailAddress.of("secret"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("secret");
    }
}
