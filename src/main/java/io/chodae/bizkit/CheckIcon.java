package io.chodae.bizkit;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * An icon is a PNG of 108×108 pixels; told by its content, whatever its name says. Every chunk is looked at (PNG
 * specification, 5.3), so that nothing is stored that browsers cannot show, or that has something else behind it.
 */
final class CheckIcon {

    private static final int SIDE = 108;
    private static final int MAX_BYTES = 200 * 1024;
    private static final int SIGNATURE = 8;
    /** Length, type and checksum around the data. */
    private static final int FRAME = 12;

    private static final int IHDR = 0x49484452;
    private static final int IDAT = 0x49444154;
    private static final int IEND = 0x49454E44;

    private CheckIcon() {}

    static Optional<Fault> fault(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            return Optional.of(Fault.of("icon", "TOO_LARGE", MAX_BYTES / 1024, (bytes.length + 1023) / 1024));
        }
        Optional<String> type = ImageType.of(bytes);
        if (type.isEmpty()) {
            return Optional.of(Fault.of("icon", "NOT_AN_IMAGE"));
        }
        if (!type.get().equals(ImageType.PNG)) {
            return Optional.of(Fault.of("icon", "NOT_PNG", type.get()));
        }
        if (!whole(bytes)) {
            return Optional.of(Fault.of("icon", "DAMAGED"));
        }
        int width = ByteBuffer.wrap(bytes).getInt(SIGNATURE + 8);
        int height = ByteBuffer.wrap(bytes).getInt(SIGNATURE + 12);
        return width == SIDE && height == SIDE
                ? Optional.empty()
                : Optional.of(Fault.of("icon", "WRONG_SIZE", width, height));
    }

    private static boolean whole(byte[] bytes) {
        ByteBuffer png = ByteBuffer.wrap(bytes);
        boolean pixels = false;
        int at = SIGNATURE;
        while (at + FRAME <= bytes.length) {
            int length = png.getInt(at);
            int type = png.getInt(at + 4);
            if (length < 0 || length > bytes.length - at - FRAME || !intact(bytes, at, length)) {
                return false;
            }
            if (at == SIGNATURE && (type != IHDR || length != 13)) {
                return false;
            }
            pixels |= type == IDAT;
            at += FRAME + length;
            if (type == IEND) {
                return pixels && at == bytes.length;
            }
        }
        return false;
    }

    private static boolean intact(byte[] bytes, int at, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, at + 4, length + 4);
        return (int) crc.getValue() == ByteBuffer.wrap(bytes).getInt(at + 8 + length);
    }
}
