package io.chodae.roster;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;

/**
 * Bounds the directory of a zip before a library loads it. Counts the directory's signature over the whole file
 * (PKWARE APPNOTE 4.3.12), so that no lie in the end record helps.
 */
final class ZipDirectory {

    private static final int MAX_ENTRIES = 4_000;
    private static final int MAX_TEXT = 2 << 20;
    private static final int SIGNATURE = 'P' | 'K' << 8 | 1 << 16 | 2 << 24;
    private static final int TEXT_LENGTHS_AT = 28;

    private ZipDirectory() {}

    /**
     * @throws UnreadableRoster where the archive has more entries, or longer names, than any workbook
     */
    static void check(Path file) throws IOException {
        int entries = 0;
        long text = 0;
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer all = channel.map(MapMode.READ_ONLY, 0, channel.size()).order(ByteOrder.LITTLE_ENDIAN);
            for (int at = 0; at + Integer.BYTES <= all.limit(); at++) {
                if (all.get(at) == 'P' && all.getInt(at) == SIGNATURE) {
                    entries++;
                    text += textLength(all, at + TEXT_LENGTHS_AT);
                }
                if (entries > MAX_ENTRIES || text > MAX_TEXT) {
                    throw new UnreadableRoster(RosterProblem.UNSAFE);
                }
            }
        }
    }

    /** Name, extra field and comment of an entry. */
    private static int textLength(ByteBuffer all, int at) {
        int sum = 0;
        for (int i = at; i < at + 3 * Short.BYTES && i + Short.BYTES <= all.limit(); i += Short.BYTES) {
            sum += Short.toUnsignedInt(all.getShort(i));
        }
        return sum;
    }
}
