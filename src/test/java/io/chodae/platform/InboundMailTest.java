package io.chodae.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The port for mails that come back, as the settings open it. */
class InboundMailTest {

    @TempDir
    private Path directory;

    @Test
    void itIsOpenWhileTheServerRunsAndTakesNothingForAnybodyElse() throws IOException {
        int port = freePort();
        try (RunningServer server = RunningServer.start(
                directory, "--chodae.mail.return-domain=bounce.chodae.example", "--chodae.mail.inbound.port=" + port)) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
                assertThat(in.readLine()).startsWith("220 ");
                assertThat(say(socket, in, "HELO mx.example.net")).startsWith("250 ");
                assertThat(say(socket, in, "MAIL FROM:<>")).startsWith("250 ");
                assertThat(say(socket, in, "RCPT TO:<postmaster@bounce.chodae.example>"))
                        .startsWith("550 5.1.1 ");
                assertThat(say(socket, in, "DATA")).startsWith("503 ");
            }
            assertThat(RunningServer.get(server.port(), "/actuator/prometheus").body())
                    .contains("chodae_mail_returned_total{as=\"forged\"} 1");
        }
        assertThatExceptionOfType(ConnectException.class)
                .isThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close());
    }

    private static String say(Socket socket, BufferedReader in, String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        return in.readLine();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
