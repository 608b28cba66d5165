package io.chodae.roster;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.shared.Language;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RosterTemplatesTest {

    private final RosterTemplates templates = new RosterTemplates();
    private final ReadRoster readRoster = new ReadRoster(new CheckRow());

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource(Language.class)
    void whatWeHandOutWeCanRead(Language language) {
        for (byte[] template : new byte[][] {templates.xlsx(language), templates.csv(language)}) {
            Roster roster = read(template);
            assertThat(roster.headerRow()).isEqualTo(1);
            assertThat(roster.rows()).singleElement().satisfies(example -> {
                assertThat(example.ready()).isTrue();
                assertThat(example.warnings()).isEmpty();
                assertThat(example.phone()).isEqualTo("01012345678");
                assertThat(example.extraInfo()).isNotEmpty();
                assertThat(example.language()).isEqualTo(language.tag());
            });
        }
    }

    @Test
    void theWorkbookHasASheetOfHints() {
        assertThat(read(templates.xlsx(Language.KO)).sheetName()).isEqualTo("명단");
        assertThat(read(templates.xlsx(Language.KO)).otherSheets()).containsExactly("적는 방법");
        assertThat(read(templates.xlsx(Language.EN)).otherSheets()).containsExactly("How to fill in");
    }

    @Test
    void theTextStartsWithTheMarkThatExcelNeeds() {
        assertThat(new String(templates.csv(Language.KO), StandardCharsets.UTF_8))
                .startsWith("\uFEFF이름 *,이메일 *,연락처");
    }

    private Roster read(byte[] template) {
        Path file = RosterFiles.bytes(directory, template);
        return ((RosterReading.Read) readRoster.read(file, "template", RosterLimits.STANDARD)).roster();
    }
}
