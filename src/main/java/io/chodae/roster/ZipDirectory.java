package io.chodae.roster;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Bounds the directory of a zip before a library loads it. Counts the directory's signature over the whole file
 * (PKWARE APPNOTE 4.3.12), so that no lie in the end record helps.
 */
final class ZipDirectory {

    private static final int MAX_ENTRIES = 4_000;
    private static final int MAX_TEXT = 2 << 20;
    private static final int TEXT_LENGTHS_AT = 28;

    private ZipDirectory() {}

    /**
     * @throws UnreadableRoster where the archive has more entries, or longer names, than any workbook
     */
    static void check(Path file) throws IOException {
        int entries = 0;
        long text = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            int window = 0;
            for (int next = in.read(); next >= 0; next = in.read()) {
                window = window << 8 | next;
                if (window == ('P' << 24 | 'K' << 16 | 1 << 8 | 2)) {
                    entries++;
                    text += textLength(in);
                }
                if (entries > MAX_ENTRIES || text > MAX_TEXT) {
                    throw new UnreadableRoster(RosterProblem.UNSAFE);
                }
            }
        }
    }

    /** Name, extra field and comment of an entry; reads ahead without using up. */
    private static int textLength(InputStream in) throws IOException {
        in.mark(TEXT_LENGTHS_AT + 6);
        byte[] header = in.readNBytes(TEXT_LENGTHS_AT - 4 + 6);
        in.reset();
        int sum = 0;
        for (int at = TEXT_LENGTHS_AT - 4; at + 1 < header.length; at += 2) {
            sum += (header[at] & 0xFF) | (header[at + 1] & 0xFF) << 8;
        }
        return sum;
    }
}
