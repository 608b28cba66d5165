package io.chodae.roster;

import io.chodae.shared.EmailAddress;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Guesses by what stands in the columns of a few rows what each of them says. */
final class GuessColumns {

    private static final Pattern LETTER = Pattern.compile("\\p{L}");
    private static final Pattern PHONE = Pattern.compile("[+(]?[0-9][0-9 ()./‐‑–—-]{6,}");
    /** The commonest family names, which are those of nearly everybody, and one to three syllables behind. */
    private static final Pattern KOREAN_NAME =
            Pattern.compile("(?:[김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용]"
                    + "|남궁|황보|제갈|선우|독고|사공)[가-힣]{1,3}");
    /** Two to four words that begin as names do. */
    private static final Pattern LATIN_NAME = Pattern.compile("\\p{Lu}[\\p{L}'’.-]*(?: \\p{L}[\\p{L}'’.-]*){1,3}");

    private final List<List<String>> rows;
    private final int width;

    GuessColumns(List<List<String>> rows) {
        this.rows = rows;
        this.width = rows.stream().mapToInt(List::size).max().orElse(0);
    }

    /** Columns that say nothing known are left out; without any address they are taken in the order of the form. */
    Map<RosterColumn, Integer> places() {
        Map<RosterColumn, Integer> places = new EnumMap<>(RosterColumn.class);
        take(places, RosterColumn.EMAIL, GuessColumns::looksLikeAddress);
        if (places.isEmpty()) {
            return inOrder();
        }
        take(places, RosterColumn.PHONE, GuessColumns::isPhone);
        int name = name(places);
        if (name >= 0) {
            places.put(RosterColumn.NAME, name);
        }
        IntStream.range(0, width)
                .filter(column -> !places.containsValue(column) && share(column, GuessColumns::isWord) > 0)
                .findFirst()
                .ifPresent(column -> places.put(RosterColumn.NOTE, column));
        return places;
    }

    static boolean isAddress(String cell) {
        return EmailAddress.parse(cell).isPresent();
    }

    private static boolean looksLikeAddress(String cell) {
        return cell.indexOf('@') >= 0;
    }

    /** Long enough to be no running number, no year and no room. */
    private static boolean isPhone(String cell) {
        return PHONE.matcher(cell).matches() && PhoneNumber.read(cell).isPresent();
    }

    private static boolean isWord(String cell) {
        return LETTER.matcher(cell).find();
    }

    private static boolean isName(String cell) {
        return KOREAN_NAME.matcher(cell).matches() || LATIN_NAME.matcher(cell).matches();
    }

    private Map<RosterColumn, Integer> inOrder() {
        Map<RosterColumn, Integer> places = new EnumMap<>(RosterColumn.class);
        List<RosterColumn> order =
                List.of(RosterColumn.NAME, RosterColumn.EMAIL, RosterColumn.PHONE, RosterColumn.NOTE);
        for (int column = 0; column < Math.min(width, order.size()); column++) {
            places.put(order.get(column), column);
        }
        return places;
    }

    /** The column with most cells that are so; the first of equals. */
    private void take(Map<RosterColumn, Integer> places, RosterColumn column, Predicate<String> is) {
        int best = -1;
        for (int i = 0; i < width; i++) {
            if (!places.containsValue(i) && share(i, is) > (best < 0 ? 0 : share(best, is))) {
                best = i;
            }
        }
        if (best >= 0) {
            places.put(column, best);
        }
    }

    /** Names look like names, differ from row to row, and stand before the address more often than not. */
    private int name(Map<RosterColumn, Integer> places) {
        int email = places.getOrDefault(RosterColumn.EMAIL, -1);
        int best = -1;
        double most = 0;
        for (int i = 0; i < width; i++) {
            double words = share(i, GuessColumns::isWord);
            if (!places.containsValue(i) && words > 0) {
                double weight =
                        0.1 * words + 2 * share(i, GuessColumns::isName) + distinct(i) + (i == email - 1 ? 0.5 : 0);
                if (weight > most) {
                    best = i;
                    most = weight;
                }
            }
        }
        return best;
    }

    private double share(int column, Predicate<String> is) {
        return (double) cells(column).stream().filter(is).count() / rows.size();
    }

    private double distinct(int column) {
        return (double) cells(column).stream().distinct().count() / rows.size();
    }

    private List<String> cells(int column) {
        return rows.stream()
                .map(row -> column < row.size() ? row.get(column) : "")
                .toList();
    }
}
