package io.chodae.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/** Puts the answers of a batch together, in the order of its parts. */
public final class BatchAnswer {

    /** The answers are JSON, in which no line begins like this. */
    private static final String BOUNDARY = "batch_chodae_answer";

    private BatchAnswer() {}

    public static Answer of(List<BatchPart> parts, List<Answer> answers) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(parts.size() * 512);
        for (int i = 0; i < parts.size(); i++) {
            Answer answer = answers.get(i);
            bytes.writeBytes(head(parts.get(i).contentId(), answer).getBytes(StandardCharsets.UTF_8));
            bytes.writeBytes(answer.body());
            bytes.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        bytes.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return new Answer(200, Map.of(), "multipart/mixed; boundary=" + BOUNDARY, bytes.toByteArray());
    }

    private static String head(Optional<String> contentId, Answer answer) {
        StringBuilder head = new StringBuilder("--" + BOUNDARY + "\r\nContent-Type: application/http\r\n");
        contentId.ifPresent(
                id -> head.append("Content-ID: ").append(answered(id)).append("\r\n"));
        head.append("\r\nHTTP/1.1 ")
                .append(answer.status())
                .append(' ')
                .append(HttpStatus.valueOf(answer.status()).getReasonPhrase())
                .append("\r\n");
        if (!answer.type().isEmpty()) {
            head.append("Content-Type: ").append(answer.type()).append("\r\n");
        }
        answer.headers()
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        return head.append("Content-Length: ")
                .append(answer.body().length)
                .append("\r\n\r\n")
                .toString();
    }

    /** Python's client looks for its own text behind the word, inside the brackets where it wrote some. */
    private static String answered(String id) {
        return id.startsWith("<") ? "<response-" + id.substring(1) : "response-" + id;
    }
}
