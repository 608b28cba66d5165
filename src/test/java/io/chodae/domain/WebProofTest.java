package io.chodae.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.dns.AddressLookup;
import io.chodae.domain.Finding.Outcome;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a web server that is there: what proves a domain, and where nobody is led. */
class WebProofTest {

    private static final WebServer WEB = new WebServer();
    private static final Proof PROOF = new Proof("hotel.example", "aB3-_x");
    private static final String FILE = "/.well-known/chodae-verification.html";
    private static final AddressLookup HERE = host -> List.of(InetAddress.getLoopbackAddress());

    private FetchOnce fetch;
    private WebProof proofs;

    @BeforeEach
    void begin() {
        WEB.clear();
        open(HERE, true);
    }

    @AfterEach
    void end() throws IOException {
        fetch.close();
    }

    @AfterAll
    static void stop() {
        WEB.close();
    }

    @Test
    void theFileProvesTheDomain() {
        WEB.page(FILE, "chodae-verification=aB3-_x\r\n");
        Finding finding = proofs.file(PROOF);
        assertThat(finding.outcome()).isEqualTo(Outcome.FOUND);
        assertThat(finding.where()).isEqualTo("http://hotel.example:" + WEB.port() + FILE);
        assertThat(WEB.asked()).containsExactly("hotel.example" + FILE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "chodae-verification=ab3-_x",
                "chodae-verification=aB3-_x and more",
                "<p>chodae-verification=aB3-_x</p>",
                "aB3-_x"
            })
    void aFileThatHoldsAnythingElseIsShownAndProvesNothing(String body) {
        WEB.page(FILE, body);
        Finding finding = proofs.file(PROOF);
        assertThat(finding.outcome()).isEqualTo(Outcome.DIFFERENT);
        assertThat(finding.detail()).isEqualTo(body);
    }

    @Test
    void noFileAndAnEmptyOneAreNothing() {
        assertThat(proofs.file(PROOF).outcome()).isEqualTo(Outcome.NOTHING);
        WEB.page(FILE, " \n");
        assertThat(proofs.file(PROOF).outcome()).isEqualTo(Outcome.NOTHING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!doctype html><html><head><title>H</title><meta name=\"chodae-verification\" content=\"aB3-_x\"></head>",
                "<HTML><HEAD><META CONTENT='aB3-_x' NAME='Chodae-Verification' /></HEAD><body>hi",
                "<meta name=chodae-verification content=aB3-_x>",
                "<head><meta name=\"chodae-verification\" content=\"other\"><meta name=\"chodae-verification\" content=\"aB3-_x\"></head>"
            })
    void theTagProvesTheDomainHoweverItIsWritten(String page) {
        WEB.page("/", page);
        assertThat(proofs.tag(PROOF).outcome()).isEqualTo(Outcome.FOUND);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><head></head><body><meta name=\"chodae-verification\" content=\"aB3-_x\"></body></html>",
                "<head><!-- <meta name=\"chodae-verification\" content=\"aB3-_x\"> --></head>",
                "<head><title>&lt;meta name=\"chodae-verification\" content=\"aB3-_x\"&gt;</title></head>",
                "<body><p>chodae-verification=aB3-_x</p></body>",
                "plain text"
            })
    void whatVisitorsMayHaveWrittenIsNoTag(String page) {
        WEB.page("/", page);
        assertThat(proofs.tag(PROOF).outcome()).isEqualTo(Outcome.NOTHING);
    }

    @Test
    void anotherTokenIsShown() {
        WEB.page("/", "<head><meta name=\"chodae-verification\" content=\"theirs\"></head>");
        Finding finding = proofs.tag(PROOF);
        assertThat(finding.outcome()).isEqualTo(Outcome.DIFFERENT);
        assertThat(finding.detail()).isEqualTo("theirs");
    }

    @Test
    void thePageMayLeadToItsOwnWww() {
        WEB.redirect("/", "http://www.hotel.example:" + WEB.port() + "/home");
        WEB.page("/home", "<head><meta name=\"chodae-verification\" content=\"aB3-_x\"></head>");
        assertThat(proofs.tag(PROOF).outcome()).isEqualTo(Outcome.FOUND);
        assertThat(WEB.asked()).containsExactly("hotel.example/", "www.hotel.example/home");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://elsewhere.example/",
                "http://127.0.0.1/",
                "http://hotel.example.evil.example/",
                "http://user@hotel.example/",
                "http://hotel.example:22/",
                "//169.254.169.254/latest/meta-data/",
                "file:///etc/passwd",
                "ftp://hotel.example/",
                "::"
            })
    void nobodyIsLedElsewhere(String target) {
        WEB.redirect("/", target);
        Finding finding = proofs.tag(PROOF);
        assertThat(finding.outcome()).isEqualTo(Outcome.ELSEWHERE);
        assertThat(finding.detail()).isEqualTo(target);
        assertThat(WEB.asked()).containsExactly("hotel.example/");
    }

    @Test
    void aCircleOfRedirectsEnds() {
        WEB.redirect("/", "/");
        assertThat(proofs.tag(PROOF).outcome()).isEqualTo(Outcome.NO_ANSWER);
        assertThat(WEB.asked()).hasSizeLessThan(10);
    }

    @Test
    void anAddressOfAPrivateNetworkIsNotOpened() {
        open(HERE, false);
        WEB.page(FILE, PROOF.value());
        assertThat(proofs.file(PROOF).outcome()).isEqualTo(Outcome.PRIVATE);
        assertThat(WEB.asked()).isEmpty();
    }

    @Test
    void aHostThatNobodyKnowsGivesNoAnswer() {
        open(
                host -> {
                    throw new UnknownHostException(host);
                },
                true);
        assertThat(proofs.file(PROOF).outcome()).isEqualTo(Outcome.NO_ANSWER);
    }

    @Test
    void aPageWithoutEndIsCutOff() {
        WEB.answer(FILE, exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                byte[] block = "0123456789".repeat(1000).getBytes(StandardCharsets.US_ASCII);
                for (int i = 0; i < 1_000_000; i++) {
                    out.write(block);
                }
            }
        });
        assertThat(proofs.file(PROOF).outcome()).isEqualTo(Outcome.TOO_LONG);
    }

    @Test
    void aServerThatNeverEndsItsAnswerIsLeft() {
        CountDownLatch done = new CountDownLatch(1);
        WEB.answer(FILE, exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write('c');
            exchange.getResponseBody().flush();
            try {
                done.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        Finding finding = proofs.file(PROOF);
        done.countDown();
        assertThat(finding.outcome()).isEqualTo(Outcome.NO_ANSWER);
    }

    @Test
    void anErrorOfTheServerIsNoStatementThatNothingIsThere() {
        WEB.answer(FILE, exchange -> exchange.sendResponseHeaders(503, -1));
        Finding finding = proofs.file(PROOF);
        assertThat(finding.outcome()).isEqualTo(Outcome.NO_ANSWER);
        assertThat(finding.detail()).isEqualTo("HTTP 503");
    }

    /** Where HTTPS is asked for, nobody listens. */
    private void open(AddressLookup lookup, boolean anywhere) {
        fetch = new FetchOnce(
                new PublicHosts(lookup, anywhere),
                1,
                WEB.port(),
                Duration.ofMillis(700),
                DefaultClientTlsStrategy.createDefault());
        proofs = new WebProof(new OpenPage(fetch));
    }
}
