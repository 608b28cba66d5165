package io.chodae.mailbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

/** The mails of the demo, one file each under the data directory, so that they are there after a restart. */
@Component
@Conditional(OnlyInTheDemo.class)
class Messages {

    private static final int KEPT = 1_000;

    private final Path folder;
    private final Clock clock;
    private final NavigableMap<Long, StoredMail> mails = new ConcurrentSkipListMap<>();
    private final AtomicLong lastId = new AtomicLong();

    Messages(@Value("${chodae.data-dir}") Path dataDir, Clock clock) throws IOException {
        this.folder = Files.createDirectories(dataDir.resolve("mailbox"));
        this.clock = clock;
        load();
    }

    /** Keeps a mail; the oldest go when there are too many. */
    synchronized void add(String to, byte[] raw) {
        long id = lastId.incrementAndGet();
        try {
            Files.write(file(id), withEnvelope(to, raw));
            mails.put(id, ReadMail.read(id, to, clock.instant(), raw));
            while (mails.size() > KEPT) {
                Files.deleteIfExists(file(mails.pollFirstEntry().getKey()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Newest first; {@code to} is part of the recipient's address, or empty. */
    List<StoredMail> list(int page, int size, String to) {
        return mails.descendingMap().values().stream()
                .filter(sentTo(to))
                .skip((long) page * size)
                .limit(size)
                .toList();
    }

    int count(String to) {
        return (int) mails.values().stream().filter(sentTo(to)).count();
    }

    private static Predicate<StoredMail> sentTo(String part) {
        String wanted = part.strip().toLowerCase(Locale.ROOT);
        return mail -> mail.to().toLowerCase(Locale.ROOT).contains(wanted);
    }

    Optional<StoredMail> find(long id) {
        return Optional.ofNullable(mails.get(id));
    }

    /** As it came over the wire. */
    Optional<byte[]> raw(long id) {
        if (!mails.containsKey(id)) {
            return Optional.empty();
        }
        try {
            byte[] stored = Files.readAllBytes(file(id));
            int end = firstLineEnd(stored);
            return Optional.of(java.util.Arrays.copyOfRange(stored, end, stored.length));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized void clear() {
        try {
            for (long id : new ArrayList<>(mails.keySet())) {
                Files.deleteIfExists(file(id));
                mails.remove(id);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void load() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.getFileName().toString().matches("[0-9]+\\.mail"))
                    .toList();
        }
        for (Path file : files) {
            long id = Long.parseLong(file.getFileName().toString().replace(".mail", ""));
            byte[] stored = Files.readAllBytes(file);
            int end = firstLineEnd(stored);
            String to = new String(stored, 0, end, StandardCharsets.UTF_8).strip();
            byte[] raw = java.util.Arrays.copyOfRange(stored, end, stored.length);
            mails.put(id, ReadMail.read(id, to, Files.getLastModifiedTime(file).toInstant(), raw));
            lastId.accumulateAndGet(id, Math::max);
        }
    }

    private Path file(long id) {
        return folder.resolve(id + ".mail");
    }

    /** The recipient stands in a line of its own before the message: blind copies have it nowhere else. */
    private static byte[] withEnvelope(String to, byte[] raw) {
        byte[] line = (to + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] all = java.util.Arrays.copyOf(line, line.length + raw.length);
        System.arraycopy(raw, 0, all, line.length, raw.length);
        return all;
    }

    private static int firstLineEnd(byte[] stored) {
        int at = 0;
        while (at < stored.length && stored[at] != '\n') {
            at++;
        }
        return Math.min(at + 1, stored.length);
    }
}
