package io.chodae.console;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import com.sun.management.OperatingSystemMXBean;
import io.chodae.Chodae;
import io.chodae.testing.HttpBrowser;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.slf4j.LoggerFactory;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * How long an uploaded list takes from the end of the upload until the page shows it checked, next to what
 * fastexcel-reader alone takes for the same file in the same run: first in a process that has read nothing yet, then
 * warm, in turns. The page asks as its script does. Run by {@code bench/roster.sh}.
 */
final class RosterBench {

    private static final int ROUNDS = Integer.getInteger("bench.rounds", 10);
    /** The last of them are compared; the ones before warm up. */
    private static final int COMPARED = 5;

    private static final Pattern DELAY = Pattern.compile("hx-trigger=\"load delay:(\\d+)(m?s)\"");
    private static final Pattern NEXT = Pattern.compile("hx-get=\"([^\"]+/file\\?turn=[^\"]+)\"");

    private final OperatingSystemMXBean machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final BlockingQueue<Read> readings = new LinkedBlockingQueue<>();
    private final Path file;

    private RosterBench(Path file) {
        this.file = file;
    }

    public static void main(String[] args) throws Exception {
        RosterBench bench = new RosterBench(Path.of(args[0]));
        if (args.length > 1) {
            say("%d ms".formatted(bench.bare()));
        } else {
            ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
            bench.measure();
        }
        System.exit(0);
    }

    /** What a reading says of itself when it has ended: its milliseconds. */
    private record Read(long read, long inDraft) {}

    private record Round(long shown, long read, long inDraft, long cpu) {}

    private void measure() throws Exception {
        long cold = coldBare();
        say("bare reader, cold: %d ms (fastest of 3 processes)".formatted(cold));
        Path directory = Path.of("target", "bench-server");
        FileSystemUtils.deleteRecursively(directory);
        try (ConfigurableApplicationContext server = new SpringApplicationBuilder(Chodae.class)
                .run("--chodae.data-dir=" + directory, "--server.port=0", "--logging.level.root=warn")) {
            listen();
            HttpBrowser browser = signedIn(server, directory);
            TimeUnit.SECONDS.sleep(2);
            Round first = round(browser);
            say("ours, cold: %s; %.1f x bare".formatted(told(first), (double) first.shown() / cold));
            List<Long> bare = new ArrayList<>();
            List<Round> ours = new ArrayList<>();
            for (int i = 1; i < ROUNDS; i++) {
                bare.add(bare());
                ours.add(round(browser));
                say("warm %d: bare %d ms; ours %s".formatted(i, bare.getLast(), told(ours.getLast())));
            }
            long bareMiddle = middle(bare.stream());
            long middle = middle(ours.stream().map(Round::shown));
            say("warm, middle of the last %d: bare %d ms, ours %d ms; %.1f x bare"
                    .formatted(COMPARED, bareMiddle, middle, (double) middle / bareMiddle));
        }
    }

    private Round round(HttpBrowser browser) throws Exception {
        String draft =
                browser.post("/console/invite").headers().firstValue("Location").orElseThrow();
        byte[] list = Files.readAllBytes(file);
        HttpBrowser page = browser.with("HX-Request", "true");
        readings.clear();
        long cpu = machine.getProcessCpuTime();
        AtomicLong uploaded = new AtomicLong();
        String shown = page.upload(draft + "/file", "file", "list.xlsx", list, () -> uploaded.set(System.nanoTime()))
                .body();
        for (Matcher next = NEXT.matcher(shown); next.find(); next = NEXT.matcher(shown)) {
            TimeUnit.MILLISECONDS.sleep(delay(shown));
            shown = page.get(next.group(1).replace("&amp;", "&")).body();
        }
        HttpResponse<String> faulty = page.get(draft + "/rows?filter=FAULTY");
        long end = System.nanoTime();
        Read read = readings.poll(10, TimeUnit.SECONDS);
        if (read == null || faulty.statusCode() != 200 || !shown.contains("id=\"read\"")) {
            throw new IllegalStateException("the list was not read: " + shown);
        }
        return new Round(
                millis(end - uploaded.get()), read.read(), read.inDraft(), millis(machine.getProcessCpuTime() - cpu));
    }

    private static String told(Round round) {
        return "%d ms until shown (the reading: all rows after %d ms, in the draft after %d; the rest: keeping, timer, page; CPU of this process %d)"
                .formatted(round.shown(), round.read(), round.inDraft(), round.cpu());
    }

    private static long delay(String page) {
        Matcher delay = DELAY.matcher(page);
        if (!delay.find()) {
            return 0;
        }
        return Long.parseLong(delay.group(1)) * (delay.group(2).equals("s") ? 1_000 : 1);
    }

    /** Every cell as text, nothing kept. */
    private long bare() throws IOException {
        long begin = System.nanoTime();
        long characters = 0;
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile());
                Stream<Row> rows = workbook.getFirstSheet().openStream()) {
            for (Row row : (Iterable<Row>) rows::iterator) {
                for (Cell cell : row) {
                    characters += cell == null ? 0 : cell.getText().length();
                }
            }
        }
        if (characters == 0) {
            throw new IllegalStateException("an empty list");
        }
        return millis(System.nanoTime() - begin);
    }

    private long coldBare() throws IOException, InterruptedException {
        long fastest = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx256m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            RosterBench.class.getName(),
                            file.toString(),
                            "bare")
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            fastest = Math.min(fastest, Long.parseLong(said.replaceAll("(?s).*bench: (\\d+) ms.*", "$1")));
        }
        return fastest;
    }

    private static HttpBrowser signedIn(ConfigurableApplicationContext server, Path directory) {
        int port = server.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        var console = new JsonMapper()
                .readTree(directory.resolve("demo").resolve("demo.json").toFile())
                .get("console");
        HttpBrowser browser = new HttpBrowser(port);
        browser.signIn(console.get("email").asString(), console.get("password").asString());
        return browser;
    }

    private void listen() {
        AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
            @Override
            protected void append(ILoggingEvent event) {
                Object[] figures = event.getArgumentArray();
                if (figures != null && figures.length == 5) {
                    readings.add(new Read(((Number) figures[3]).longValue(), ((Number) figures[4]).longValue()));
                }
            }
        };
        Logger reading = (Logger) LoggerFactory.getLogger("io.chodae.campaign.ReadUpload");
        appender.setContext(reading.getLoggerContext());
        appender.start();
        reading.addAppender(appender);
        reading.setAdditive(false);
        reading.setLevel(Level.INFO);
    }

    private static long middle(Stream<Long> all) {
        long[] millis = all.mapToLong(Long::longValue).toArray();
        long[] last = Arrays.copyOfRange(millis, Math.max(0, millis.length - COMPARED), millis.length);
        Arrays.sort(last);
        return last[last.length / 2];
    }

    private static long millis(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(nanos);
    }

    private static void say(String line) {
        System.out.println("bench: " + line);
    }
}
