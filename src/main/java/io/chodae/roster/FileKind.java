package io.chodae.roster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a file is by its first bytes; names and media types are what people and browsers guess. */
enum FileKind {
    EMPTY,
    ZIP,
    OLE2,
    MARKUP,
    TEXT,
    BINARY;

    private static final int HEAD = 4_096;
    private static final byte[] ZIP_MAGIC = {'P', 'K', 3, 4};
    private static final byte[] ZIP_EMPTY_MAGIC = {'P', 'K', 5, 6};
    private static final byte[] OLE2_MAGIC = {
        (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };
    private static final Pattern MARKUP_START = Pattern.compile("<(?:\\?xml|!doctype|html|table|meta|head|style|!--)");

    static FileKind of(Path file) throws IOException {
        byte[] head;
        try (var in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD);
        }
        if (startsWith(head, ZIP_MAGIC) || startsWith(head, ZIP_EMPTY_MAGIC)) {
            return ZIP;
        }
        if (startsWith(head, OLE2_MAGIC)) {
            return OLE2;
        }
        var encoding = TextEncoding.byFirstBytes(head);
        String text = new String(head, encoding.orElse(StandardCharsets.ISO_8859_1));
        String visible = text.replace("\uFEFF", "").replace("ï»¿", "").strip();
        if (visible.isEmpty()) {
            return EMPTY;
        }
        if (MARKUP_START.matcher(visible.toLowerCase(Locale.ROOT)).lookingAt()) {
            return MARKUP;
        }
        return text.startsWith("%PDF") || text.chars().anyMatch(FileKind::neverInText) ? BINARY : TEXT;
    }

    private static boolean neverInText(int c) {
        return c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x0B && c != 0x1A;
    }

    private static boolean startsWith(byte[] bytes, byte[] magic) {
        return bytes.length >= magic.length && Arrays.equals(bytes, 0, magic.length, magic, 0, magic.length);
    }
}
