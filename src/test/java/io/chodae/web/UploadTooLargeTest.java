package io.chodae.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.testing.ChodaeTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@ChodaeTest
class UploadTooLargeTest {

    @LocalServerPort
    private int port;

    @Test
    void isToldBeforeAnythingOfTheFileIsRead() throws IOException {
        assertThat(answer(70L << 20)).startsWith("HTTP/1.1 413");
    }

    private String answer(long length) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write("""
                            POST /console/invite/1/file HTTP/1.1\r
                            Host: 127.0.0.1\r
                            Connection: close\r
                            Content-Type: multipart/form-data; boundary=x\r
                            Content-Length: %d\r
                            \r
                            """.formatted(length).getBytes(StandardCharsets.US_ASCII));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
        }
    }
}
