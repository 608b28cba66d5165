package io.chodae.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.chodae.domain.Finding.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A page by HTTPS proves a domain where its certificate is believed and of this name, and nowhere else. */
class WebProofByTlsTest {

    private static final Proof PROOF = new Proof("hotel.example", "aB3-_x");
    private static final char[] PASSWORD = "on-loopback".toCharArray();

    @TempDir
    private Path directory;

    private HttpsServer server;

    @BeforeEach
    void open() throws IOException {
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 8);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aFileBehindABelievedCertificateOfTheDomainProvesIt() throws Exception {
        KeyStore certificate = certificate("hotel.example");
        serve(certificate);

        Finding finding = look(believing(certificate));
        assertThat(finding.outcome()).isEqualTo(Outcome.FOUND);
        assertThat(finding.where())
                .isEqualTo("https://hotel.example:" + port() + "/.well-known/chodae-verification.html");
    }

    @Test
    void aCertificateOfAnotherNameProvesNothing() throws Exception {
        KeyStore certificate = certificate("motel.example");
        serve(certificate);

        assertThat(look(believing(certificate)).outcome()).isEqualTo(Outcome.NO_ANSWER);
    }

    @Test
    void aCertificateThatNobodyVouchesForProvesNothing() throws Exception {
        serve(certificate("hotel.example"));

        assertThat(look(SSLContext.getDefault()).outcome()).isEqualTo(Outcome.NO_ANSWER);
    }

    private Finding look(SSLContext tls) throws IOException {
        PublicHosts here = new PublicHosts(host -> List.of(InetAddress.getLoopbackAddress()), true);
        // nobody listens for HTTP
        FetchOnce fetch = new FetchOnce(here, port(), 1, Duration.ofSeconds(10), new DefaultClientTlsStrategy(tls));
        try {
            return new WebProof(new OpenPage(fetch)).file(PROOF);
        } finally {
            fetch.close();
        }
    }

    private int port() {
        return server.getAddress().getPort();
    }

    private void serve(KeyStore certificate) throws GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(certificate, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        byte[] page = PROOF.value().getBytes(StandardCharsets.UTF_8);
        server.createContext("/.well-known/chodae-verification.html", exchange -> {
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        server.start();
    }

    private static SSLContext believing(KeyStore certificate) throws GeneralSecurityException, IOException {
        KeyStore believed = KeyStore.getInstance("PKCS12");
        believed.load(null, null);
        believed.setCertificateEntry("one", certificate.getCertificate("one"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(believed);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    /** Signed by itself. */
    private KeyStore certificate(String name) throws IOException, InterruptedException, GeneralSecurityException {
        Path file = directory.resolve(name + ".p12");
        Process made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "one",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        "SAN=dns:" + name,
                        "-keystore",
                        file.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        String.valueOf(PASSWORD))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(made.waitFor()).isZero();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        return store;
    }
}
