package io.chodae.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What processes take of the machine, as Linux tells it under {@code /proc}. */
final class ProcessUse {

    private static final double TICKS_PER_SECOND = 100;
    private static final int AFTER_THE_NAME = 2;
    private static final int USER_TIME = 13;

    private ProcessUse() {}

    /** Seconds of CPU of a process and of those children of it that have ended. */
    static double cpuSeconds(long pid) {
        return read(pid, "stat")
                .map(stat -> {
                    List<String> fields = Pattern.compile(" ")
                            .splitAsStream(stat.substring(stat.lastIndexOf(')') + AFTER_THE_NAME))
                            .skip(USER_TIME - AFTER_THE_NAME)
                            .limit(4)
                            .toList();
                    return fields.stream().mapToLong(Long::parseLong).sum() / TICKS_PER_SECOND;
                })
                .orElse(0.0);
    }

    static double cpuSecondsOfAll(long pid) {
        return withChildren(pid).mapToDouble(ProcessUse::cpuSeconds).sum();
    }

    /** The most memory that the process ever had, in MB. */
    static long peakMegabytes(long pid) {
        return kilobytes(pid, "status", "VmHWM:") / 1024;
    }

    /** Memory of a process and its children now, in MB; pages that several share are counted once. */
    static long megabytesOfAll(long pid) {
        return withChildren(pid)
                        .mapToLong(each -> kilobytes(each, "smaps_rollup", "Pss:"))
                        .sum()
                / 1024;
    }

    private static Stream<Long> withChildren(long pid) {
        return Stream.concat(
                Stream.of(pid),
                ProcessHandle.of(pid).stream()
                        .flatMap(ProcessHandle::descendants)
                        .map(ProcessHandle::pid));
    }

    private static long kilobytes(long pid, String file, String name) {
        return read(pid, file)
                .flatMap(text ->
                        text.lines().filter(line -> line.startsWith(name)).findFirst())
                .map(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                .orElse(0L);
    }

    private static Optional<String> read(long pid, String file) {
        try {
            return Optional.of(Files.readString(Path.of("/proc", String.valueOf(pid), file)));
        } catch (IOException e) {
            return Optional.empty(); // it has ended
        }
    }
}
