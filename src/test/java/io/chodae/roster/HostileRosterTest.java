package io.chodae.roster;

import static io.chodae.roster.RosterFiles.part;
import static io.chodae.roster.RosterFiles.repeated;
import static io.chodae.roster.RosterFiles.row;
import static io.chodae.roster.RosterFiles.sheet;
import static io.chodae.roster.RosterFiles.workbook;
import static io.chodae.roster.RosterFiles.workbookPart;
import static io.chodae.roster.RosterFiles.zip;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.chodae.roster.RosterFiles.Part;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files made to do harm, or broken: one problem each, and next to no memory spent on finding it. */
class HostileRosterTest {

    /** All that is allocated while reading, garbage included: far below what any of the bombs unpacks to. */
    private static final long LITTLE = 64L << 20;

    private static final String PEOPLE = row(1, "이름", "이메일") + row(2, "김민서", "minseo@hanbit.example");

    private final ReadRoster readRoster = new ReadRoster(new CheckRow());

    @TempDir
    Path directory;

    @Test
    void theWorkbookThatTheOthersSpoilIsFine() {
        assertThat(problemOf(workbook(sheet(PEOPLE)))).isEqualTo("2 김민서 <minseo@hanbit.example>");
    }

    @Test
    void refusesOneHugeSharedString() throws IOException {
        Map<String, Part> parts = workbook(sheet(PEOPLE));
        parts.put("xl/sharedStrings.xml", repeated("<sst><si><t>", "a", 300_000_000, "</t></si></sst>"));
        Path file = zip(directory, parts);
        assertThat(Files.size(file)).isLessThan(400_000);
        assertThat(problemOf(file)).isEqualTo("UNSAFE");
    }

    @Test
    void refusesAHugeTextInPieces() {
        Part pieces = repeated(
                "<worksheet><sheetData><row r='1'><c r='A1' t='inlineStr'><is>",
                "<t>abcdefgh</t>",
                4_000_000,
                "</is></c></row></sheetData></worksheet>");
        assertThat(problemOf(withSheet(pieces))).isEqualTo("UNSAFE");
    }

    @Test
    void refusesAHugeTextHiddenInCdata() {
        Part cdata = repeated(
                "<worksheet><sheetData><row r='1'><c r='A1' t='str'><v><![CDATA[",
                "<x>y",
                2_000_000,
                "]]></v></c></row></sheetData></worksheet>");
        assertThat(problemOf(withSheet(cdata))).isEqualTo("UNSAFE");
    }

    @Test
    void refusesAHugeTextInAnotherEncoding() {
        Part wide = out -> {
            out.write("\uFEFF<worksheet><sheetData><row><c t='str'><v>".getBytes(StandardCharsets.UTF_16LE));
            byte[] block = "\u3C3C".repeat(100_000).getBytes(StandardCharsets.UTF_16LE);
            for (int i = 0; i < 100; i++) {
                out.write(block);
            }
        };
        assertThat(problemOf(withSheet(wide))).isEqualTo("UNSAFE");
    }

    @Test
    void refusesAHugeAttribute() {
        assertThat(problemOf(withSheet(repeated("<worksheet x='", "abcdefgh>", 10_000_000, "'/>"))))
                .isEqualTo("UNSAFE");
    }

    @Test
    void refusesMillionsOfSharedStrings() {
        Map<String, Part> parts = workbook(sheet(PEOPLE));
        parts.put("xl/sharedStrings.xml", repeated("<sst>", "<si/>", 3_000_000, "</sst>"));
        assertThat(problemOf(parts)).isEqualTo("UNSAFE");
    }

    @Test
    void refusesMillionsOfNames() {
        Part names = out -> {
            part("<worksheet>").write(out);
            for (int i = 0; i < 1_000_000; i++) {
                part("<n" + i + "/>").write(out);
            }
        };
        assertThat(problemOf(withSheet(names))).isEqualTo("UNSAFE");
    }

    @Test
    void refusesManyEntries() {
        Map<String, Part> parts = workbook(sheet(PEOPLE));
        for (int i = 0; i < 70_000; i++) {
            parts.put("xl/media/image" + i + ".png", out -> {});
        }
        assertThat(problemOf(parts)).isEqualTo("UNSAFE");
    }

    @Test
    void refusesAHugeRatio() {
        Part blanks =
                repeated("<worksheet><sheetData>", "                    ", 20_000_000, "</sheetData></worksheet>");
        assertThat(problemOf(withSheet(blanks))).isEqualTo("UNSAFE");
        Map<String, Part> parts = workbook(sheet(PEOPLE));
        parts.put("xl/media/image1.bin", repeated("", "\0\0\0\0\0\0\0\0\0\0", 30_000_000, ""));
        assertThat(problemOf(parts)).isEqualTo("UNSAFE");
    }

    @Test
    void refusesManyPartsThatAreTooMuchTogether() {
        Map<String, Part> parts = workbook(sheet(PEOPLE));
        for (int i = 0; i < 110; i++) {
            parts.put("xl/media/image" + i + ".bin", repeated("", "\0".repeat(1_000), 8_000, ""));
        }
        assertThat(problemOf(parts)).isEqualTo("UNSAFE");
    }

    @Test
    void refusesEntityBombs() {
        String bomb = "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>"
                + "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;'>]>";
        Map<String, Part> parts = workbook(sheet(PEOPLE));
        parts.put("xl/sharedStrings.xml", part(bomb + "<sst><si><t>&c;</t></si></sst>"));
        assertThat(problemOf(parts)).isEqualTo("UNSAFE");
    }

    @Test
    void refusesExternalEntities() throws IOException {
        Path secret = Files.writeString(directory.resolve("secret.txt"), "secret");
        String outside = "<!DOCTYPE x [<!ENTITY a SYSTEM '" + secret.toUri() + "'>]>";
        assertThat(problemOf(workbook(outside + sheet(row(1, "이름", "이메일", "&a;")))))
                .isEqualTo("UNSAFE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ZZZZZZ1", "XFE1", "AAAAAAAAAAAAAAAAAAAA1"})
    void refusesCellsFarBeyondTheLastColumn(String reference) {
        String cell = "<row r='1'><c r='" + reference + "' t='inlineStr'><is><t>이름</t></is></c></row>";
        assertThat(problemOf(workbook(sheet(cell)))).isEqualTo("UNSAFE");
    }

    @Test
    void refusesASharedStringThatIsNotThere() {
        Map<String, Part> parts = workbook(sheet("<row r='1'><c r='A1' t='s'><v>2000000000</v></c></row>"));
        parts.put("xl/sharedStrings.xml", part(RosterFiles.strings("이름")));
        assertThat(problemOf(parts)).isEqualTo("DAMAGED");
    }

    @Test
    void refusesANumberInPiecesThatIsNoStringOfTheFile() {
        String pieces = "<row r='1'><c r='A1' t='s'><v>20<x>000</x>00000</v></c></row>";
        Map<String, Part> parts = workbook(sheet(pieces));
        parts.put("xl/sharedStrings.xml", part(RosterFiles.strings("이름")));
        assertThat(problemOf(parts)).isEqualTo("DAMAGED");
    }

    @Test
    void writesNoHugeNumberOut() {
        String number = row(1, "이름", "이메일", "비고")
                + "<row r='2'><c r='A2' t='inlineStr'><is><t>김민서</t></is></c><c r='B2' t='inlineStr'><is>"
                + "<t>minseo@hanbit.example</t></is></c><c r='C2'><v>1E999999999</v></c></row>";
        assertThat(problemOf(workbook(sheet(number)))).isEqualTo("2 김민서 <minseo@hanbit.example> /1E+999999999");
    }

    @Test
    void saysThatABrokenZipIsDamaged() throws IOException {
        byte[] whole = Files.readAllBytes(RosterFiles.fixture("roster-12.xlsx"));
        assertThat(problemOf(RosterFiles.bytes(directory, Arrays.copyOf(whole, whole.length / 2))))
                .isEqualTo("DAMAGED");
        byte[] flipped = whole.clone();
        // into the packed bytes of the largest parts, which stand in the middle
        for (int i = whole.length / 3; i < whole.length * 2 / 3; i += 7) {
            flipped[i] ^= 0x55;
        }
        assertThat(problemOf(RosterFiles.bytes(directory, flipped))).isEqualTo("DAMAGED");
    }

    @Test
    void saysThatBrokenMarkupIsDamaged() {
        assertThat(problemOf(workbook("<worksheet><sheetData><row r='1'><c></row>")))
                .isEqualTo("DAMAGED");
        assertThat(problemOf(workbook(sheet("<row r='x'/>")))).isEqualTo("DAMAGED");
    }

    @Test
    void refusesMacrosAndPasswords() throws IOException {
        Map<String, Part> macros = workbook(sheet(PEOPLE));
        macros.put("xl/vbaProject.bin", part("x"));
        assertThat(problemOf(macros)).isEqualTo("HAS_MACROS");
        byte[] zip = Files.readAllBytes(zip(directory, workbook(sheet(PEOPLE))));
        assertThat(problemOf(RosterFiles.bytes(directory, withEncryptionBits(zip))))
                .isEqualTo("ENCRYPTED");
    }

    @Test
    void refusesArchivesThatAreNoWorkbooks() {
        assertThat(problemOf(Map.of("word/document.xml", part("<x/>"), "[Content_Types].xml", part("<x/>"))))
                .isEqualTo("NOT_A_SPREADSHEET");
        assertThat(problemOf(Map.of("이름.txt", part("x")))).isEqualTo("NOT_A_SPREADSHEET");
        assertThat(problemOf(Map.of())).isEqualTo("NOT_A_SPREADSHEET");
    }

    @Test
    void refusesTwoPartsOfOneName() {
        Map<String, Part> parts = workbook(sheet(PEOPLE));
        parts.put("XL/Worksheets/Sheet1.xml", part(sheet("")));
        assertThat(problemOf(parts)).isEqualTo("DAMAGED");
    }

    @Test
    void refusesAWorkbookWithoutVisibleSheets() {
        Map<String, Part> parts = workbook(sheet(PEOPLE));
        parts.put("xl/workbook.xml", part(workbookPart("<sheet name='a' sheetId='1' r:id='rId1' state='hidden'/>")));
        assertThat(problemOf(parts)).isEqualTo("EMPTY");
    }

    @Test
    void refusesPicturesByTheirBytes() {
        assertThat(problemOf(RosterFiles.bytes(
                        directory, new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0})))
                .isEqualTo("NOT_A_SPREADSHEET");
    }

    @Test
    void endsATextWithOneEndlessRecord() {
        Path file = RosterFiles.text(directory, "이름,이메일\n\"" + "a".repeat(20_000_000), StandardCharsets.UTF_8);
        assertThat(problemOf(file)).isEqualTo("DAMAGED");
    }

    private Map<String, Part> withSheet(Part sheet) {
        Map<String, Part> parts = workbook("");
        parts.put("xl/worksheets/sheet1.xml", sheet);
        return parts;
    }

    private String problemOf(Map<String, Part> parts) {
        return problemOf(zip(directory, parts));
    }

    private String problemOf(Path file) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        RosterReading reading = readRoster.read(file, "list.xlsx", RosterLimits.STANDARD);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(LITTLE);
        return RosterFiles.outcome(reading);
    }

    /** Sets bit 0 of the general purpose flag of every entry in the central directory. */
    private static byte[] withEncryptionBits(byte[] zip) {
        for (int i = 0; i + 9 < zip.length; i++) {
            if (zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 1 && zip[i + 3] == 2) {
                zip[i + 8] |= 1;
            }
        }
        return zip;
    }
}
