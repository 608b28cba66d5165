package io.chodae.console;

import io.chodae.capture.DomainReport.Day;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * One figure over the days, as bars beside each other; the table has the figures.
 *
 * @param key its name is {@code domain.report.} and this
 * @param bars each of a width of ten, in a picture of forty in height
 */
record DaySeries(String key, long sum, List<Bar> bars) {

    private static final int HEIGHT = 40;

    /**
     * @param height at least two where there is anything
     */
    record Bar(int x, int y, int height) {}

    static List<DaySeries> of(List<Day> days) {
        return List.of(
                of("appeared", days, Day::appeared),
                of("invited", days, Day::invited),
                of("accepted", days, Day::accepted),
                of("declined", days, Day::declined),
                of("taken", days, Day::taken));
    }

    private static DaySeries of(String key, List<Day> days, ToLongFunction<Day> figure) {
        long most = Math.max(1, days.stream().mapToLong(figure).max().orElse(1));
        List<Bar> bars = java.util.stream.IntStream.range(0, days.size())
                .mapToObj(i -> bar(i, figure.applyAsLong(days.get(i)), most))
                .toList();
        return new DaySeries(key, days.stream().mapToLong(figure).sum(), bars);
    }

    private static Bar bar(int number, long value, long most) {
        int height = value == 0 ? 0 : Math.max(2, Math.toIntExact(HEIGHT * value / most));
        return new Bar(number * 10 + 1, HEIGHT - height, height);
    }
}
