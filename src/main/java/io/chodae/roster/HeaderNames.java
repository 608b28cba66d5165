package io.chodae.roster;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Knows columns and languages by the names that people give them, kept in {@code roster/column-names.properties}. */
final class HeaderNames {

    private static final Pattern BRACKETS = Pattern.compile("\\([^)]*\\)|\\[[^]]*]");
    private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern COMMA = Pattern.compile(",");
    private static final int LONGEST = 60;

    private static final Properties NAMES = load();
    private static final Map<String, Meaning> MEANINGS = meanings();

    private HeaderNames() {}

    /** A known column name; the lower the rank, the more telling the name. */
    private record Meaning(RosterColumn column, int rank) {}

    /** The columns of each meaning that a row names, the most telling first. */
    static Map<RosterColumn, List<Integer>> match(List<String> cells) {
        Map<RosterColumn, List<Integer>> found = new EnumMap<>(RosterColumn.class);
        Map<Integer, Integer> ranks = new HashMap<>();
        for (int index = 0; index < cells.size(); index++) {
            Meaning meaning = MEANINGS.get(plain(cells.get(index)));
            if (meaning != null) {
                ranks.put(index, meaning.rank());
                found.computeIfAbsent(meaning.column(), column -> new ArrayList<>())
                        .add(index);
            }
        }
        found.values().forEach(columns -> columns.sort((a, b) -> Integer.compare(rank(ranks, a), rank(ranks, b))));
        return found;
    }

    /** The same for rows that name the same columns in the same order, case, blanks and punctuation aside; empty where it names none. */
    static String signature(List<String> cells) {
        String names = SheetCells.stored(cells).stream().map(HeaderNames::plain).collect(Collectors.joining("|"));
        if (names.chars().allMatch(c -> c == '|')) {
            return "";
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(names.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@code ko} or {@code en}; empty where the text names neither. */
    static Optional<String> language(String text) {
        String plain = plain(text);
        return List.of("ko", "en").stream()
                .filter(tag -> names("language." + tag).contains(plain))
                .findFirst();
    }

    private static int rank(Map<Integer, Integer> ranks, Integer column) {
        return Objects.requireNonNull(ranks.get(column));
    }

    private static String plain(String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            return "";
        }
        String lower = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String open = BRACKETS.matcher(lower).replaceAll("");
        return NOT_A_WORD.matcher(open).replaceAll("");
    }

    private static Map<String, Meaning> meanings() {
        Map<String, Meaning> meanings = new HashMap<>();
        for (RosterColumn column : RosterColumn.values()) {
            for (String name : names(column.name())) {
                meanings.put(name, new Meaning(column, meanings.size()));
            }
        }
        return Map.copyOf(meanings);
    }

    private static List<String> names(String key) {
        return COMMA.splitAsStream(NAMES.getProperty(key)).toList();
    }

    private static Properties load() {
        Properties names = new Properties();
        try (var in = Objects.requireNonNull(HeaderNames.class.getResourceAsStream("/roster/column-names.properties"));
                var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            names.load(reader);
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
