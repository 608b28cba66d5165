package io.chodae.roster;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Finds the encoding of a text file: by its byte order mark, by the zeros of UTF-16, else the first of UTF-8 and
 * CP949 (what Korean Excel saves) in which the whole file makes sense. Bytes of CP949 are next to never valid UTF-8.
 */
final class TextEncoding {

    private static final Charset CP949 = Charset.forName("x-windows-949");

    private TextEncoding() {}

    /** Empty where no known encoding fits the whole file. */
    static Optional<Charset> find(Path file) throws IOException {
        byte[] head;
        try (var in = Files.newInputStream(file)) {
            head = in.readNBytes(4_096);
        }
        Optional<Charset> marked = byFirstBytes(head);
        List<Charset> candidates = marked.map(List::of).orElse(List.of(StandardCharsets.UTF_8, CP949));
        for (Charset candidate : candidates) {
            if (fits(file, candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    /** What the beginning alone tells: a byte order mark, or UTF-16 without one. */
    static Optional<Charset> byFirstBytes(byte[] head) {
        int first = head.length > 0 ? head[0] & 0xFF : -1;
        int second = head.length > 1 ? head[1] & 0xFF : -1;
        if (first == 0xEF && second == 0xBB && head.length > 2 && (head[2] & 0xFF) == 0xBF) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        if (first == 0xFF && second == 0xFE) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        if (first == 0xFE && second == 0xFF) {
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        return withoutMark(head);
    }

    /** A reader that skips the byte order mark and fails on bytes that are none of the encoding's. */
    static Reader open(Path file, Charset encoding) throws IOException {
        var decoder = encoding.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        Reader reader = new BufferedReader(new InputStreamReader(Files.newInputStream(file), decoder), 1 << 16);
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
        return reader;
    }

    /** Lines and separators of a list are ASCII, so that UTF-16 shows zeros in every other byte. */
    private static Optional<Charset> withoutMark(byte[] head) {
        int evenZeros = 0;
        int oddZeros = 0;
        for (int i = 0; i < head.length; i++) {
            if (head[i] == 0) {
                if (i % 2 == 0) {
                    evenZeros++;
                } else {
                    oddZeros++;
                }
            }
        }
        int few = head.length / 20;
        if (head.length < 4 || (evenZeros <= few && oddZeros <= few) || Math.min(evenZeros, oddZeros) > few) {
            return Optional.empty();
        }
        return Optional.of(evenZeros > oddZeros ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE);
    }

    private static boolean fits(Path file, Charset encoding) throws IOException {
        char[] buffer = new char[1 << 14];
        try (Reader reader = open(file, encoding)) {
            while (reader.read(buffer) >= 0) {
                // only whether it can be decoded matters
            }
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
