package io.chodae.wire;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** Takes in a body, and inflates it: Java's client compresses even two bytes. Both forms have the same limit. */
final class RequestBody {

    private RequestBody() {}

    static Parsed<byte[]> read(InputStream stream, String encoding, int limit) throws IOException {
        byte[] raw = stream.readNBytes(limit + 1);
        if (raw.length > limit) {
            return Parsed.bad(ApiError.tooLarge(limit));
        }
        return switch (encoding.strip().toLowerCase(Locale.ROOT)) {
            case "", "identity" -> Parsed.good(raw);
            case "gzip", "x-gzip" -> raw.length == 0 ? Parsed.good(raw) : inflate(raw, limit);
            default ->
                Parsed.bad(ApiError.unsupportedType(
                        "The Content-Encoding \"%s\" is not known, only gzip.".formatted(Quoted.of(encoding))));
        };
    }

    private static Parsed<byte[]> inflate(byte[] raw, int limit) {
        try (GZIPInputStream inflating = new GZIPInputStream(new ByteArrayInputStream(raw))) {
            byte[] inflated = inflating.readNBytes(limit + 1);
            return inflated.length > limit ? Parsed.bad(ApiError.tooLarge(limit)) : Parsed.good(inflated);
        } catch (IOException e) {
            return Parsed.invalid("The body is no gzip although its Content-Encoding says so.");
        }
    }
}
