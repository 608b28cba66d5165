package io.chodae.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.shared.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Before somebody accepts, in the mail and on the page, and afterwards in their profile, stands one list of acts. */
class SamePromiseTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            EN | change its name and address, set a new password or have one chosen, sign it out everywhere, suspend it or remove it
            KO | 이름과 주소를 바꾸고, 비밀번호를 새로 정하거나 정하게 하고, 모든 곳에서 로그아웃하고, 정지하거나 지울 수 있어요
            """)
    void whatAdministratorsCanDoIsSaidTheSameEverywhere(Language language, String acts) throws IOException {
        assertThat(bundle("capture", language).getProperty("transfer.means.admins"))
                .contains(acts);
        assertThat(bundle("managed", language).getProperty("managed.profile.means"))
                .contains(acts);
        for (String form : new String[] {"txt", "html"}) {
            assertThat(text("/mail/transfer." + language.tag() + "." + form)).contains(acts);
        }
    }

    /** Accounts that came with a file or from a provider may have no password. */
    @Test
    void whoSignsInToAcceptIsLedToANewPasswordToo() throws IOException {
        for (Language language : Language.values()) {
            assertThat(bundle("capture", language).getProperty("transfer.signIn.lead"))
                    .contains(bundle("acceptance", language).getProperty("acceptance.forgot"));
        }
    }

    private static Properties bundle(String name, Language language) throws IOException {
        Properties words = new Properties();
        String file = "/messages/" + name + (language == Language.KO ? "_ko" : "") + ".properties";
        try (InputStream in = stream(file);
                InputStreamReader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            words.load(reader);
        }
        return words;
    }

    private static String text(String file) throws IOException {
        try (InputStream in = stream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static InputStream stream(String file) {
        return Objects.requireNonNull(SamePromiseTest.class.getResourceAsStream(file), file);
    }
}
