package io.chodae.roster;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.jspecify.annotations.Nullable;

/**
 * Walks the records of an .xls ([MS-XLS] 2.1.4) before POI reads them, in constant memory: finds the sheets, and
 * refuses what is encrypted, has macros, or would make POI hold more in memory than a roster needs.
 */
final class XlsGuard {

    private static final int BOF = 0x0809;
    private static final int EOF = 0x000A;
    private static final int FILEPASS = 0x002F;
    private static final int BOUND_SHEET = 0x0085;
    private static final int SST = 0x00FC;
    private static final int CONTINUE = 0x003C;
    private static final Set<Integer> KEPT = Set.of(0x00E0, 0x041E, BOUND_SHEET);

    /** Nine texts in each of the 65,536 rows, all different. */
    private static final int MAX_SHARED_STRINGS = 600_000;

    private static final long MAX_SHARED_BYTES = 32L << 20;
    private static final int MAX_KEPT = 70_000;

    private final InputStream in;
    private final List<BoundSheet> sheets = new ArrayList<>();
    private final List<Long> substreams = new ArrayList<>();
    private long sharedBytes;
    private int kept;

    private record BoundSheet(String name, long position, boolean visible) {}

    private XlsGuard(InputStream in) {
        this.in = in;
    }

    /** The name of the stream that holds the workbook. */
    static String stream(DirectoryNode root) {
        if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
            throw new UnreadableRoster(RosterProblem.ENCRYPTED);
        }
        if (root.hasEntryCaseInsensitive("_VBA_PROJECT_CUR")) {
            throw new UnreadableRoster(RosterProblem.HAS_MACROS);
        }
        return root.getEntryNames().stream()
                .filter(name -> name.equalsIgnoreCase("Workbook"))
                .findFirst()
                .orElseThrow(() -> new UnreadableRoster(RosterProblem.NOT_A_SPREADSHEET));
    }

    static XlsSheets check(DirectoryNode root, String stream, @Nullable String wanted) throws IOException {
        try (InputStream in = root.createDocumentInputStream(stream)) {
            XlsGuard guard = new XlsGuard(in);
            guard.walk();
            return guard.sheets(wanted);
        }
    }

    private void walk() throws IOException {
        int depth = 0;
        int previous = 0;
        long position = 0;
        for (int type = number(2, true); type >= 0; type = number(2, true)) {
            int length = number(2, false);
            byte[] body = in.readNBytes(length);
            if (type == BOF && depth++ == 0) {
                substreams.add(position);
            } else if (type == EOF) {
                depth = Math.max(0, depth - 1);
            }
            look(type, previous, body);
            previous = type == CONTINUE ? previous : type;
            position += 4 + length;
        }
    }

    private void look(int type, int previous, byte[] body) {
        if (type == FILEPASS) {
            throw new UnreadableRoster(RosterProblem.ENCRYPTED);
        }
        if (type == SST || (type == CONTINUE && previous == SST)) {
            sharedBytes += body.length;
            boolean tooMany = type == SST && unsigned(body, 4, 4) > MAX_SHARED_STRINGS;
            refuseIf(tooMany || sharedBytes > MAX_SHARED_BYTES);
        }
        if (type == BOUND_SHEET && body.length >= 8 && body[5] == 0) {
            sheets.add(new BoundSheet(name(body), unsigned(body, 0, 4), (body[4] & 3) == 0));
        }
        if (KEPT.contains(type)) {
            refuseIf(++kept > MAX_KEPT);
        }
    }

    private XlsSheets sheets(@Nullable String wanted) {
        List<BoundSheet> visible = sheets.stream().filter(BoundSheet::visible).toList();
        if (visible.isEmpty()) {
            throw new UnreadableRoster(sheets.isEmpty() ? RosterProblem.DAMAGED : RosterProblem.EMPTY);
        }
        BoundSheet chosen = visible.stream()
                .filter(sheet -> sheet.name().equals(wanted))
                .findFirst()
                .orElse(visible.getFirst());
        int substream = substreams.indexOf(chosen.position());
        if (substream < 1) {
            throw new UnreadableRoster(RosterProblem.DAMAGED);
        }
        return new XlsSheets(
                chosen.name(),
                visible.stream()
                        .filter(sheet -> !sheet.equals(chosen))
                        .map(BoundSheet::name)
                        .toList(),
                substream - 1);
    }

    /** Length, a flag for two-byte characters, the characters. */
    private static String name(byte[] body) {
        boolean wide = (body[7] & 1) != 0;
        int bytes = Math.min((body[6] & 0xFF) * (wide ? 2 : 1), body.length - 8);
        return new String(body, 8, bytes, wide ? StandardCharsets.UTF_16LE : StandardCharsets.ISO_8859_1);
    }

    /** A little-endian number; -1 at the end of the stream where it may end. */
    private int number(int bytes, boolean mayEnd) throws IOException {
        byte[] read = in.readNBytes(bytes);
        if (read.length < bytes) {
            if (mayEnd) {
                return -1;
            }
            throw new EOFException();
        }
        return (int) unsigned(read, 0, bytes);
    }

    private static long unsigned(byte[] bytes, int at, int length) {
        long number = 0;
        for (int i = Math.min(bytes.length, at + length) - 1; i >= at; i--) {
            number = number << 8 | (bytes[i] & 0xFF);
        }
        return number;
    }

    private static void refuseIf(boolean tooMuch) {
        if (tooMuch) {
            throw new UnreadableRoster(RosterProblem.UNSAFE);
        }
    }
}
