package io.chodae.wire;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** Percent-encoding (RFC 3986, 2.1) of UTF-8, read strictly: what is cut off or no UTF-8 is no text. */
public final class PercentCoding {

    private static final Pattern ESCAPE = Pattern.compile("%[0-9A-Fa-f]{2}");

    private PercentCoding() {}

    /** In a path a plus is a plus. */
    public static Optional<String> path(String text) {
        return decode(text, false);
    }

    /** In a query a plus is a blank, as forms write it. */
    public static Optional<String> query(String text) {
        return decode(text, true);
    }

    /**
     * A segment that clients may have encoded twice: where an escape is left after one decoding, it is decoded once
     * more.
     */
    public static Optional<String> doubled(String text) {
        return path(text).map(once -> ESCAPE.matcher(once).find() ? path(once).orElse(once) : once);
    }

    private static Optional<String> decode(String text, boolean plusIsBlank) {
        if (text.indexOf('%') < 0 && (!plusIsBlank || text.indexOf('+') < 0)) {
            return Optional.of(text);
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '%') {
                int high = i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
                int low = high < 0 ? -1 : Character.digit(bytes[i + 2], 16);
                if (low < 0) {
                    return Optional.empty();
                }
                decoded.write((high << 4) | low);
                i += 2;
            } else {
                decoded.write(plusIsBlank && bytes[i] == '+' ? ' ' : bytes[i]);
            }
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(decoded.toByteArray()))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
