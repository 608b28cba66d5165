package io.chodae.wire;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one part: the headers of the part, and the request in it. */
final class BatchPartParser {

    private static final Pattern REQUEST_LINE =
            Pattern.compile("([A-Za-z]{1,20})[ \\t]+(\\S+)(?:[ \\t]+HTTP/\\d\\.\\d)?");
    private static final Pattern ORIGIN = Pattern.compile("^(?i:https?)://[^/?#]*");
    private static final int LONGEST_ID = 500;

    private final byte[] bytes;
    private int position;

    private BatchPartParser(byte[] bytes) {
        this.bytes = bytes;
    }

    static BatchPart parse(byte[] bytes, Optional<String> authorization) {
        return new BatchPartParser(bytes).part(authorization);
    }

    private BatchPart part(Optional<String> authorization) {
        Optional<Map<String, String>> headers = MimeHeaders.parse(block());
        if (headers.isEmpty()) {
            return malformed(Optional.empty(), "a header line of the part has no colon");
        }
        Optional<String> id = Optional.ofNullable(headers.get().get("content-id"))
                .filter(text -> !text.isEmpty() && text.length() <= LONGEST_ID);
        String type = headers.get().getOrDefault("content-type", "");
        if (!MimeHeaders.type(type).equals("application/http")) {
            return malformed(id, "its Content-Type is not application/http");
        }
        return new BatchPart(id, request(authorization));
    }

    private Parsed<Call> request(Optional<String> authorization) {
        List<String> lines = block();
        if (lines.isEmpty()) {
            return bad("it holds no request");
        }
        Matcher line = REQUEST_LINE.matcher(lines.getFirst().strip());
        if (!line.matches()) {
            return bad("\"%s\" is no request line".formatted(Quoted.of(lines.getFirst())));
        }
        String target = ORIGIN.matcher(line.group(2)).replaceFirst("");
        Optional<Map<String, String>> headers = MimeHeaders.parse(lines.subList(1, lines.size()));
        if (!target.startsWith("/")) {
            return bad("its address does not begin with a slash or an origin");
        }
        if (headers.isEmpty()) {
            return bad("a header line of the request has no colon");
        }
        int query = target.indexOf('?');
        String path = query < 0 ? target : target.substring(0, query);
        if (BatchRequest.isAt(path)) {
            return bad("a batch can not be part of a batch");
        }
        Map<String, String> own = headers.get();
        authorization.ifPresent(token -> own.putIfAbsent("authorization", token));
        return Parsed.good(
                new Call(line.group(1), path, query < 0 ? null : target.substring(query + 1), own, body(own)));
    }

    private byte[] body(Map<String, String> headers) {
        byte[] rest = Arrays.copyOfRange(bytes, Math.min(position, bytes.length), bytes.length);
        try {
            int length = Integer.parseInt(headers.getOrDefault("content-length", ""));
            return length >= 0 && length < rest.length ? Arrays.copyOf(rest, length) : rest;
        } catch (NumberFormatException e) {
            return rest;
        }
    }

    /** Lines up to a blank one, blank ones before them passed over. */
    private List<String> block() {
        List<String> lines = new ArrayList<>();
        while (position < bytes.length) {
            int end = position;
            while (end < bytes.length && bytes[end] != '\n') {
                end++;
            }
            String line = new String(bytes, position, end - position, StandardCharsets.UTF_8);
            position = end + 1;
            if (!line.isBlank()) {
                lines.add(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
            } else if (!lines.isEmpty()) {
                break;
            }
        }
        return lines;
    }

    private static BatchPart malformed(Optional<String> id, String reason) {
        return new BatchPart(id, bad(reason));
    }

    private static Parsed<Call> bad(String reason) {
        return Parsed.invalid("The part can not be read: " + reason + ".");
    }
}
