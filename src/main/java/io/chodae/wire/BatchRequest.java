package io.chodae.wire;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Takes a {@code multipart/mixed} body apart (RFC 2046, 5.1.1), with lines that end in CRLF or in LF alone. */
public final class BatchRequest {

    /** Google's own limit. */
    static final int MOST = 1_000;

    private static final String PATH = "/batch";

    private BatchRequest() {}

    /** Of any API. */
    static boolean isAt(String path) {
        return path.equals(PATH) || path.startsWith(PATH + "/");
    }

    /** The parts, in their order.
     *
     * @param authorization of the batch, for parts that bring none
     */
    public static Parsed<List<BatchPart>> parse(String contentType, byte[] body, Optional<String> authorization) {
        if (!MimeHeaders.type(contentType).equals("multipart/mixed")) {
            return Parsed.bad(ApiError.unsupportedType(
                    "A batch is of the type multipart/mixed, not \"%s\".".formatted(Quoted.of(contentType))));
        }
        Optional<String> boundary =
                MimeHeaders.parameter(contentType, "boundary").filter(text -> !text.isEmpty());
        if (boundary.isEmpty()) {
            return Parsed.invalid("The Content-Type of the batch has no boundary.");
        }
        List<byte[]> parts = new ArrayList<>();
        if (!split(body, ("--" + boundary.get()).getBytes(StandardCharsets.UTF_8), parts)) {
            return Parsed.invalid("The batch does not end with its closing boundary line; it may have been cut off.");
        }
        if (parts.isEmpty()) {
            return Parsed.invalid("The batch has no parts.");
        }
        if (parts.size() > MOST) {
            return Parsed.invalid("A batch has at most %,d calls; this one has more.".formatted(MOST));
        }
        return Parsed.good(parts.stream()
                .map(part -> BatchPartParser.parse(part, authorization))
                .toList());
    }

    /** False where the closing delimiter is missing. More than are allowed are not kept. */
    private static boolean split(byte[] body, byte[] delimiter, List<byte[]> parts) {
        int partStart = -1;
        for (int line = 0; line < body.length; ) {
            int end = lineEnd(body, line);
            if (startsWith(body, line, delimiter)) {
                String rest = new String(
                                body, line + delimiter.length, end - line - delimiter.length, StandardCharsets.UTF_8)
                        .stripTrailing();
                boolean closing = rest.equals("--");
                if (closing || rest.isEmpty()) {
                    if (partStart >= 0 && parts.size() <= MOST) {
                        parts.add(Arrays.copyOfRange(body, partStart, beforeLineBreak(body, partStart, line)));
                    }
                    if (closing) {
                        return true;
                    }
                    partStart = Math.min(end + 1, body.length);
                }
            }
            line = end + 1;
        }
        return false;
    }

    private static boolean startsWith(byte[] body, int at, byte[] delimiter) {
        int end = at + delimiter.length;
        return end <= body.length && Arrays.equals(body, at, end, delimiter, 0, delimiter.length);
    }

    private static int lineEnd(byte[] body, int from) {
        int i = from;
        while (i < body.length && body[i] != '\n') {
            i++;
        }
        return i;
    }

    /** The line break before a delimiter belongs to the delimiter. */
    private static int beforeLineBreak(byte[] body, int start, int line) {
        int end = line;
        if (end > start && body[end - 1] == '\n') {
            end--;
        }
        if (end > start && body[end - 1] == '\r') {
            end--;
        }
        return end;
    }
}
