package io.chodae.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Old .xls files, fine and broken. */
class LegacyWorkbookTest {

    private final ReadRoster readRoster = new ReadRoster(new CheckRow());

    @TempDir
    Path directory;

    @Test
    void readsEachKindOfCellAsPeopleSeeIt() throws IOException {
        assertThat(note(cell -> cell.setCellValue(12))).isEqualTo("12");
        assertThat(note(cell -> cell.setCellValue(12.5))).isEqualTo("12.5");
        assertThat(note(cell -> cell.setCellValue(true))).isEqualTo("TRUE");
        assertThat(note(cell -> cell.setCellErrorValue((byte) 0x2A))).isEqualTo("#N/A");
        assertThat(note(cell -> dated(cell, "yyyy\"년\" m\"월\""))).isEqualTo("2026-10-01");
        assertThat(note(cell -> cell.setCellFormula("1+2"))).isEqualTo("3");
        assertThat(note(cell -> cell.setCellFormula("A2&\"님\""))).isEqualTo("김민서님");
        assertThat(note(cell -> cell.setCellFormula("1=1"))).isEqualTo("TRUE");
        assertThat(note(cell -> cell.setCellFormula("1/0"))).isEqualTo("#DIV/0!");
    }

    @Test
    void joinsTextsThatWereNeverCalculated() throws IOException {
        assertThat(uncalculated("CONCATENATE(A2,\"-\",12,\"호\")")).isEqualTo("김민서-12호");
        assertThat(uncalculated("(A2&\" \")&D2")).isEqualTo("김민서 끝");
        assertThat(uncalculated("UPPER(\"a\")")).isEqualTo("0");
        assertThat(uncalculated("A1&\"x\"")).isEqualTo("0");
    }

    @Test
    void readsTheFirstVisibleSheetAndNamesTheOthers() throws IOException {
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            workbook.createSheet("숨김");
            people(workbook.createSheet("명단"));
            workbook.createSheet("참고");
            workbook.createSheet("비밀");
            workbook.setActiveSheet(1);
            workbook.setSheetVisibility(0, SheetVisibility.HIDDEN);
            workbook.setSheetVisibility(3, SheetVisibility.VERY_HIDDEN);
            RosterReading reading = readRoster.read(file(workbook), "a.xls", RosterLimits.STANDARD);
            assertThat(RosterFiles.outcome(reading)).isEqualTo("2 김민서 <a@hanbit.example>");
            assertThat(((RosterReading.Read) reading).roster().sheetName()).isEqualTo("명단");
            assertThat(((RosterReading.Read) reading).roster().otherSheets()).containsExactly("참고");
        }
    }

    @Test
    void refusesPasswords() throws IOException {
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            people(workbook.createSheet());
            Biff8EncryptionKey.setCurrentUserPassword("비밀");
            assertThat(outcome(file(workbook))).isEqualTo("ENCRYPTED");
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
        assertThat(outcome(container("EncryptedPackage", new byte[100]))).isEqualTo("ENCRYPTED");
    }

    @Test
    void refusesMacros() throws IOException {
        try (POIFSFileSystem files = new POIFSFileSystem()) {
            files.createDirectory("_VBA_PROJECT_CUR");
            files.createDocument(new ByteArrayInputStream(new byte[10]), "Workbook");
            assertThat(outcome(file(files))).isEqualTo("HAS_MACROS");
        }
    }

    @Test
    void refusesOtherDocuments() throws IOException {
        assertThat(outcome(container("WordDocument", new byte[100]))).isEqualTo("NOT_A_SPREADSHEET");
    }

    @Test
    void saysThatABrokenFileIsDamaged() throws IOException {
        byte[] whole = Files.readAllBytes(RosterFiles.fixture("roster-12.xls"));
        assertThat(outcome(RosterFiles.bytes(directory, Arrays.copyOf(whole, 2_000))))
                .isEqualTo("DAMAGED");
        assertThat(outcome(container("Workbook", new byte[] {9, 8, 16, 0, 0}))).isEqualTo("DAMAGED");
    }

    @Test
    void refusesMoreSharedStringsThanRowsCanHold() throws IOException {
        byte[] book = stream(RosterFiles.fixture("roster-12.xls"));
        int sst = indexOfRecord(book, 0xFC);
        Arrays.fill(book, sst + 8, sst + 11, (byte) 0xFF);
        assertThat(outcome(container("Workbook", book))).isEqualTo("UNSAFE");
    }

    private static byte[] stream(Path file) throws IOException {
        try (POIFSFileSystem files = new POIFSFileSystem(file.toFile(), true);
                InputStream in = files.createDocumentInputStream("Workbook")) {
            return in.readAllBytes();
        }
    }

    private static int indexOfRecord(byte[] book, int type) {
        int at = 0;
        while (((book[at] & 0xFF) | (book[at + 1] & 0xFF) << 8) != type) {
            at += 4 + ((book[at + 2] & 0xFF) | (book[at + 3] & 0xFF) << 8);
        }
        return at;
    }

    private String note(Consumer<Cell> fill) throws IOException {
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            fill.accept(people(workbook.createSheet()));
            workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
            return noteOf(workbook);
        }
    }

    private String uncalculated(String formula) throws IOException {
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            Cell cell = people(workbook.createSheet());
            cell.getRow().createCell(3).setCellValue("끝");
            cell.setCellFormula(formula);
            return noteOf(workbook);
        }
    }

    private String noteOf(HSSFWorkbook workbook) throws IOException {
        RosterReading reading = readRoster.read(file(workbook), "a.xls", RosterLimits.STANDARD);
        return ((RosterReading.Read) reading).roster().rows().getFirst().extraInfo();
    }

    /** Fills in one person; gives the cell of the note. */
    private static Cell people(Sheet sheet) {
        Row header = sheet.createRow(0);
        for (var name : Map.of(0, "이름", 1, "이메일", 2, "비고").entrySet()) {
            header.createCell(name.getKey()).setCellValue(name.getValue());
        }
        Row person = sheet.createRow(1);
        person.createCell(0).setCellValue("김민서");
        person.createCell(1).setCellValue("a@hanbit.example");
        return person.createCell(2);
    }

    private static void dated(Cell cell, String format) {
        CellStyle style = cell.getSheet().getWorkbook().createCellStyle();
        style.setDataFormat(cell.getSheet().getWorkbook().createDataFormat().getFormat(format));
        cell.setCellStyle(style);
        cell.setCellValue(46296);
    }

    private String outcome(Path file) {
        return RosterFiles.outcome(readRoster.read(file, "a.xls", RosterLimits.STANDARD));
    }

    private Path file(HSSFWorkbook workbook) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        workbook.write(bytes);
        return RosterFiles.bytes(directory, bytes.toByteArray());
    }

    private Path container(String stream, byte[] content) throws IOException {
        try (POIFSFileSystem files = new POIFSFileSystem()) {
            files.createDocument(new ByteArrayInputStream(content), stream);
            return file(files);
        }
    }

    private Path file(POIFSFileSystem files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        files.writeFilesystem(bytes);
        return RosterFiles.bytes(directory, bytes.toByteArray());
    }
}
