package io.chodae.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What the log says, and what it never says. */
@ExtendWith(OutputCaptureExtension.class)
class LogTest {

    private static final String TOKEN = "c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0";

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"", "ecs", "logstash"})
    void noLogShowsTheSecretOfALink(String format, CapturedOutput output) throws IOException {
        try (RunningServer server = RunningServer.start(
                directory,
                "--logging.structured.format.console=" + format,
                "--logging.level.org.springframework.web=debug",
                "--logging.level.org.springframework.security=debug",
                "--logging.level.org.apache.coyote=debug")) {
            for (String room : new String[] {"i", "u", "reset", "verify", "join"}) {
                RunningServer.get(server.port(), "/" + room + "/" + TOKEN + "?lang=ko");
                sendRaw(server.port(), "GET /" + room + "/" + TOKEN + "|{ HTTP/1.1\r\nHost: localhost\r\n\r\n");
                LoggerFactory.getLogger("elsewhere")
                        .error("failed", new IllegalStateException("no page /" + room + "/" + TOKEN));
            }
            RunningServer.get(server.port(), "/setup/" + TOKEN);
        }
        assertThat(output).contains("GET /i/***", "GET /setup/***", "no page /verify/***");
        assertThat(output)
                .doesNotContain("/i/" + TOKEN, "/u/" + TOKEN, "/reset/" + TOKEN, "/verify/" + TOKEN, "/join/" + TOKEN);
    }

    @Test
    void aStackTraceIsWrittenOnceAndTheSetUpLinkIsHandedOver(CapturedOutput output) {
        try (RunningServer server = RunningServer.start(directory)) {
            String url = "http://127.0.0.1:" + server.port() + "/setup/" + TOKEN;
            LoggerFactory.getLogger("elsewhere").info("Open {} to begin.", url);
            LoggerFactory.getLogger("elsewhere").error("failed", new IllegalStateException("the one reason"));
            assertThat(output).contains(url);
        }
        assertThat(output.getAll().split("the one reason", -1)).hasSize(2);
    }

    private static void sendRaw(int port, String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            assertThat(socket.getInputStream().read()).isPositive();
        }
    }
}
