package io.chodae.wire;

import static io.chodae.wire.Parsings.error;
import static io.chodae.wire.Parsings.message;
import static io.chodae.wire.Parsings.value;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchRequestTest {

    private static final Optional<String> OUTER = Optional.of("Bearer outer");

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void readsWhatJavaSends(String newline) {
        List<BatchPart> parts = value(BatchRequest.parse(
                "multipart/mixed; boundary=__END_OF_PART__7d1c__", file("batch-java.txt", newline), Optional.empty()));

        assertThat(parts).extracting(BatchPart::contentId).containsExactly(Optional.of("1"), Optional.of("2"));
        Call send = value(parts.getFirst().call());
        assertThat(send.method()).isEqualTo("POST");
        assertThat(send.path()).isEqualTo("/v1/customers/C0abc123/userinvitations/jo+tag@x.example:send");
        assertThat(send.bearer()).contains("inner");
        assertThat(new String(send.body(), StandardCharsets.UTF_8)).isEqualTo("{}");
        Call get = value(parts.getLast().call());
        assertThat(get.query()).isEqualTo("fields=state");
        assertThat(get.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void readsWhatPythonSends(String newline) {
        List<BatchPart> parts = value(BatchRequest.parse(
                "multipart/mixed; boundary=\"===============0123456789==\"", file("batch-python.txt", newline), OUTER));

        assertThat(parts)
                .extracting(BatchPart::contentId)
                .containsExactly(Optional.of("<5a1f + 0>"), Optional.of("<5a1f + 1>"));
        assertThat(value(parts.getFirst().call()).bearer()).contains("inner");
        Call second = value(parts.getLast().call());
        assertThat(second.bearer())
                .as("what the batch brings, where the part brings none")
                .contains("outer");
        assertThat(second.path()).isEqualTo("/v1/customers/my_customer/userinvitations/jo%2Btag@x.example:cancel");
        assertThat(second.body()).isEmpty();
    }

    @Test
    void refusesAMalformedPartInItsPlace() {
        List<BatchPart> parts =
                value(BatchRequest.parse("multipart/mixed; boundary=b", file("batch-malformed.txt", "\r\n"), OUTER));

        List<String> reasons = parts.stream()
                .map(part -> part.call() instanceof Parsed.Bad<Call> bad
                        ? bad.error().message()
                        : "fine")
                .toList();
        assertThat(reasons)
                .containsExactly(
                        "fine",
                        "The part can not be read: its Content-Type is not application/http.",
                        "The part can not be read: it holds no request.",
                        "The part can not be read: \"no request at all\" is no request line.",
                        "The part can not be read: a batch can not be part of a batch.",
                        "The part can not be read: a batch can not be part of a batch.",
                        "The part can not be read: its address does not begin with a slash or an origin.",
                        "The part can not be read: a header line of the request has no colon.",
                        "fine");
        assertThat(parts.get(1).contentId()).contains("<2>");
    }

    @Test
    void refusesABatchThatIsNone() {
        byte[] body = file("batch-java.txt", "\r\n");
        String type = "multipart/mixed; boundary=__END_OF_PART__7d1c__";

        assertThat(error(BatchRequest.parse("application/json", body, OUTER)).code())
                .isEqualTo(415);
        assertThat(error(BatchRequest.parse("", body, OUTER)).code()).isEqualTo(415);
        assertThat(message(BatchRequest.parse("multipart/mixed", body, OUTER))).contains("no boundary");
        assertThat(message(BatchRequest.parse("multipart/mixed; boundary=x", body, OUTER)))
                .contains("closing boundary");
        assertThat(message(BatchRequest.parse(type, Arrays.copyOf(body, body.length - 12), OUTER)))
                .contains("closing boundary");
        assertThat(message(BatchRequest.parse(
                        type, "--__END_OF_PART__7d1c__--\r\n".getBytes(StandardCharsets.UTF_8), OUTER)))
                .contains("no parts");
    }

    @Test
    void takesAThousandCallsAndNotOneMore() {
        assertThat(value(BatchRequest.parse("multipart/mixed;boundary=b", many(1_000), OUTER)))
                .hasSize(1_000);
        assertThat(message(BatchRequest.parse("multipart/mixed;boundary=b", many(1_001), OUTER)))
                .contains("at most 1,000 calls");
    }

    private static byte[] many(int count) {
        return ("--b\nContent-Type: application/http\n\nGET /v1/x\n\n".repeat(count) + "--b--")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] file(String name, String newline) {
        try (InputStream stream = BatchRequestTest.class.getResourceAsStream("/wire/" + name)) {
            String text = new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
            return text.replace("\n", newline).getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
