package io.chodae.campaign;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names the state of the typed rows, so that a page can say which it was loaded with. */
public final class TypedBase {

    private TypedBase() {}

    /** @param typed the typed rows as they are stored, all of them and in their order */
    public static String of(List<DraftRow> typed) {
        return hash(typed.stream().map(row -> line(row.name(), row.email(), row.phone(), row.extraInfo())));
    }

    /** The same for rows that are not stored yet. */
    static String ofChecked(List<CheckedRow> typed) {
        return hash(typed.stream().map(row -> line(row.name(), row.email(), row.phone(), row.extraInfo())));
    }

    private static String line(String... cells) {
        return String.join("\u0000", cells);
    }

    private static String hash(Stream<String> lines) {
        String all = lines.collect(Collectors.joining("\u0001"));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
