package io.chodae.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chodae.Chodae;
import io.chodae.testing.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The whole server, started with settings that cannot work. */
@ExtendWith(OutputCaptureExtension.class)
class RefusedStartTest {

    @TempDir
    Path directory;

    @Test
    void aWrongSetting(CapturedOutput output) {
        refused(output, "chodae.demo is 'perhaps': set it to true or false.", "chodae.demo=perhaps");
    }

    @Test
    void aPortInUse(CapturedOutput output) throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            refused(
                    output,
                    "Port " + port + " is in use by another program: stop that program, or set server.port to a free"
                            + " one.",
                    "server.port=" + port);
        }
    }

    @Test
    void anAddressOfAnotherMachine(CapturedOutput output) {
        refused(
                output,
                "This machine does not let the server listen on 192.0.2.1 port 0",
                "server.address=192.0.2.1",
                "chodae.demo=false",
                "spring.mail.host=smtp.example",
                "chodae.mail.from=no-reply@chodae.example");
    }

    @Test
    void aDataDirectoryThatIsAFile(CapturedOutput output) throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        refused(
                output,
                "The data directory " + file + " cannot be written: set chodae.data-dir to a directory that this user"
                        + " owns.",
                "chodae.data-dir=" + file);
    }

    @Test
    void aKeyFileThatHoldsNoKey(CapturedOutput output) throws IOException {
        Path file = Files.writeString(directory.resolve("secret.key"), "not a key");
        refused(output, "The file " + file + " does not hold the server's key");
    }

    @Test
    void aDatabaseThatRefusesThePassword(CapturedOutput output) {
        String url = TestDatabase.emptyUrl();
        refused(
                output,
                "The database " + url + " refuses the user 'chodae': set spring.datasource.username and"
                        + " spring.datasource.password to what it knows.",
                "chodae.demo=false",
                "spring.mail.host=smtp.example",
                "chodae.mail.from=no-reply@chodae.example",
                "spring.datasource.url=" + url + "?password=wrong",
                "spring.datasource.username=chodae",
                "spring.datasource.password=wrong");
        assertThat(output).doesNotContain("?password");
    }

    private void refused(CapturedOutput output, String sentence, String... arguments) {
        Map<String, String> settings = new HashMap<>();
        settings.put("server.port", "0");
        settings.put("chodae.data-dir", directory.toString());
        for (String argument : arguments) {
            settings.put(argument.substring(0, argument.indexOf('=')), argument.substring(argument.indexOf('=') + 1));
        }
        String[] all = settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
        assertThatThrownBy(() -> SpringApplication.run(Chodae.class, all))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(sentence);
        assertThat(output).contains("APPLICATION FAILED TO START").contains(sentence);
        assertThat(output.getAll().lines()).noneMatch(line -> line.startsWith("\tat "));
        assertThat(output).doesNotContain("Exception");
    }
}
