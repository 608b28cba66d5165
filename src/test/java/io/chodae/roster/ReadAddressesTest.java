package io.chodae.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadAddressesTest {

    @TempDir
    private Path folder;

    private final ReadAddresses reader = new ReadAddresses(new ReadRoster(new CheckRow()));
    private final Collected read = new Collected();

    private static final class Collected implements RosterConsumer {

        private final List<String> rows = new ArrayList<>();

        @Override
        public void sheet(RosterSheet sheet) {}

        @Override
        public void row(RosterRow row) {
            rows.add(row.sheetRow() + " " + row.emailKey().orElse("-"));
        }
    }

    /** Lines are parted by a bar. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "name,email|Ada,ada@x.example; 2 ada@x.example",
                "email|ada@x.example|BORA@x.example; 2 ada@x.example, 3 bora@x.example",
                "이메일|ada@x.example; 2 ada@x.example",
                "ada@x.example|bora@x.example; 1 ada@x.example, 2 bora@x.example",
                "people of may|ada@x.example|bora@x.example; 2 ada@x.example, 3 bora@x.example",
                "1,ada@x.example|2,nobody|3,bora@x.example; 1 ada@x.example, 2 -, 3 bora@x.example"
            })
    void takesTheAddressesWhereverTheyStand(String lines, String rows) throws IOException {
        assertThat(read(lines.strip().replace('|', '\n'))).isEmpty();
        assertThat(String.join(", ", read.rows)).isEqualTo(rows.strip());
    }

    @Test
    void aFileWithoutAddressesIsRefused() throws IOException {
        assertThat(read("a,b\nc,d\n")).map(RosterReading.Unreadable::problem).contains(RosterProblem.NO_EMAIL_COLUMN);
        assertThat(read.rows).isEmpty();
    }

    private Optional<RosterReading.Unreadable> read(String text) throws IOException {
        return reader.read(Files.writeString(folder.resolve("list.csv"), text), RosterLimits.STANDARD, read);
    }
}
