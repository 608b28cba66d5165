package io.chodae.bizkit;

import java.nio.ByteBuffer;
import java.util.Optional;

/** An icon is a PNG of 108×108 pixels; told by its content, whatever its name says. */
final class CheckIcon {

    private static final int SIDE = 108;
    private static final int MAX_BYTES = 200 * 1024;
    private static final long PNG = 0x89504E470D0A1A0AL;
    private static final int IHDR = 0x49484452;
    /** Signature, length, type, width, height: PNG specification, 5.2 and 11.2.2. */
    private static final int HEAD = 24;

    private CheckIcon() {}

    static Optional<Fault> fault(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            return Optional.of(Fault.of("icon", "TOO_LARGE", MAX_BYTES / 1024));
        }
        if (bytes.length < HEAD
                || ByteBuffer.wrap(bytes).getLong() != PNG
                || ByteBuffer.wrap(bytes).getInt(12) != IHDR) {
            return Optional.of(Fault.of("icon", "NOT_PNG", type(bytes)));
        }
        int width = ByteBuffer.wrap(bytes).getInt(16);
        int height = ByteBuffer.wrap(bytes).getInt(20);
        return width == SIDE && height == SIDE
                ? Optional.empty()
                : Optional.of(Fault.of("icon", "WRONG_SIZE", width, height));
    }

    private static String type(byte[] bytes) {
        if (bytes.length > 3 && (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xD8) {
            return "JPEG";
        }
        if (bytes.length > 3 && bytes[0] == 'G' && bytes[1] == 'I' && bytes[2] == 'F') {
            return "GIF";
        }
        if (bytes.length > 12 && bytes[8] == 'W' && bytes[9] == 'E' && bytes[10] == 'B' && bytes[11] == 'P') {
            return "WebP";
        }
        return "?";
    }
}
