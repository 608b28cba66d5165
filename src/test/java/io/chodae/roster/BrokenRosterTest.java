package io.chodae.roster;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a few wrong bytes make of a file: a reading or a problem, never an exception. */
class BrokenRosterTest {

    private static final int TIMES = 600;

    private final ReadRoster readRoster = new ReadRoster(new CheckRow());
    private final Random random = new Random(20261123);

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"roster-mixed.xls", "roster-mixed.xlsx", "roster-12-cp949.csv", "roster-12-utf16-tab.csv"})
    void wrongBytesEndInAReadingOrAProblem(String name) throws IOException {
        byte[] whole = Files.readAllBytes(RosterFiles.fixture(name));
        Path file = directory.resolve("broken.bin");
        for (int time = 0; time < TIMES; time++) {
            // half of the archives keep a sound zip around broken parts, or the zip's checks would hide the rest
            byte[] broken = name.endsWith("xlsx") && time % 2 == 0 ? brokenParts(whole) : spoil(whole.clone());
            Files.write(file, broken);
            assertThatCode(() -> readRoster.read(file, name, RosterLimits.STANDARD))
                    .as("%s, time %d", name, time)
                    .doesNotThrowAnyException();
        }
    }

    private byte[] brokenParts(byte[] zip) throws IOException {
        ByteArrayOutputStream result = new ByteArrayOutputStream();
        try (ZipInputStream parts = new ZipInputStream(new ByteArrayInputStream(zip));
                ZipOutputStream out = new ZipOutputStream(result)) {
            for (ZipEntry part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
                byte[] content = parts.readAllBytes();
                out.putNextEntry(new ZipEntry(part.getName()));
                out.write(random.nextInt(3) == 0 ? spoil(content) : content);
            }
        }
        return result.toByteArray();
    }

    private byte[] spoil(byte[] bytes) {
        for (int wrong = random.nextInt(4); wrong >= 0; wrong--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> bytes[at] = '9';
                default -> {
                    int length = Math.min(8, bytes.length - at);
                    System.arraycopy(bytes, random.nextInt(bytes.length - length + 1), bytes, at, length);
                }
            }
        }
        return bytes;
    }
}
