package io.chodae.roster;

import static io.chodae.roster.RosterFiles.part;
import static io.chodae.roster.RosterFiles.row;
import static io.chodae.roster.RosterFiles.sheet;
import static io.chodae.roster.RosterFiles.workbook;
import static io.chodae.roster.RosterFiles.workbookPart;
import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.roster.RosterFiles.Part;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class WorkbookCellsTest {

    private static final String HEADER = row(1, "이름", "이메일", "비고");
    private static final String PERSON = "<c r='A2' t='inlineStr'><is><t>김민서</t></is></c>"
            + "<c r='B2' t='inlineStr'><is><t>a@hanbit.example</t></is></c>";
    private static final String READ = "2 김민서 <a@hanbit.example>";

    private final ReadRoster readRoster = new ReadRoster(new CheckRow());

    @TempDir
    Path directory;

    @ParameterizedTest(name = "{2}")
    @CsvFileSource(resources = "/roster/cells.csv", numLinesToSkip = 1)
    void readsEachKindOfCellAsPeopleSeeIt(String cell, @Nullable String note, String why) {
        Map<String, Part> parts = workbook(sheet(HEADER + "<row r='2'>" + PERSON + cell + "</row>"));
        parts.put(
                "xl/styles.xml",
                part(RosterFiles.styles(
                        "<numFmt numFmtId='164' formatCode='yyyy\"년\" m\"월\" d\"일\"'/>"
                                + "<numFmt numFmtId='165' formatCode='0\"days\"'/>",
                        "<xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='164'/><xf numFmtId='31'/>"
                                + "<xf numFmtId='20'/><xf numFmtId='165'/><xf numFmtId='10'/>")));
        parts.put(
                "xl/sharedStrings.xml",
                part("<sst><si><t>공유</t></si><si><r><t>굵은</t></r><r><t xml:space='preserve'> 글</t></r></si>"
                        + "<si><t>東京</t><rPh sb='0' eb='2'><t>トウキョウ</t></rPh></si></sst>"));
        assertThat(read(parts)).as(why).isEqualTo(note == null ? READ : READ + " /" + note);
    }

    @Test
    void countsDatesFrom1904WhereTheWorkbookSaysSo() {
        Map<String, Part> parts =
                workbook(sheet(HEADER + "<row r='2'>" + PERSON + "<c r='C2' s='1'><v>44834</v></c></row>"));
        parts.put("xl/styles.xml", part(RosterFiles.styles("", "<xf numFmtId='0'/><xf numFmtId='14'/>")));
        parts.put(
                "xl/workbook.xml",
                part(workbookPart("<sheet name='a' sheetId='1' r:id='rId1'/>")
                        .replace("<sheets>", "<workbookPr date1904='1'/><sheets>")));
        assertThat(read(parts)).isEqualTo(READ + " /2026-10-01");
    }

    @Test
    void readsAWorkbookWithoutStyles() {
        Map<String, Part> parts = workbook(sheet(HEADER + "<row r='2'>" + PERSON + "</row>"));
        parts.remove("xl/styles.xml");
        parts.put(
                "[Content_Types].xml",
                part("<Types><Override PartName='/xl/workbook.xml' ContentType="
                        + "'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'/></Types>"));
        assertThat(read(parts)).isEqualTo(READ);
    }

    @Test
    void countsRowsWhereTheFileDoesNot() {
        String rows = (HEADER + "<row r='2'>" + PERSON + "</row>").replaceAll(" r='[A-Z]?[0-9]+'", "");
        assertThat(read(workbook(sheet(rows)))).isEqualTo(READ);
    }

    @Test
    void findsColumnsBehindEmptyOnesAndAMergedTitle() {
        String rows = "<row r='1'><c r='B1' t='inlineStr'><is><t>이메일 초대 명단</t></is></c><c r='C1'/></row>"
                + "<row r='4'><c r='C4' t='inlineStr'><is><t>이름</t></is></c>"
                + "<c r='E4' t='inlineStr'><is><t>이메일</t></is></c></row>"
                + "<row r='7'><c r='C7' t='inlineStr'><is><t>김민서</t></is></c>"
                + "<c r='E7' t='inlineStr'><is><t>a@hanbit.example</t></is></c></row>";
        String merged =
                sheet(rows).replace("</sheetData>", "</sheetData><mergeCells><mergeCell ref='B1:E1'/></mergeCells>");
        assertThat(read(workbook(merged))).isEqualTo("7 김민서 <a@hanbit.example>");
    }

    @Test
    void readsTheFirstVisibleSheetAndNamesTheOthers() {
        Map<String, Part> parts = workbook(sheet(row(1, "이메일")));
        parts.put(
                "xl/workbook.xml",
                part(workbookPart("<sheet name='숨김' sheetId='1' r:id='rId1' state='hidden'/>"
                        + "<sheet name='명단' sheetId='2' r:id='rId2'/>"
                        + "<sheet name='비밀' sheetId='3' r:id='rId1' state='veryHidden'/>"
                        + "<sheet name='참고' sheetId='4' r:id='rId1'/>")));
        parts.put(
                "xl/_rels/workbook.xml.rels",
                part("<Relationships><Relationship Id='rId1' Target='worksheets/sheet1.xml'/>"
                        + "<Relationship Id='rId2' Target='/xl/worksheets/sheet2.xml'/></Relationships>"));
        parts.put("xl/worksheets/sheet2.xml", part(sheet(HEADER + "<row r='2'>" + PERSON + "</row>")));
        RosterReading reading = readRoster.read(RosterFiles.zip(directory, parts), "a.xlsx", RosterLimits.STANDARD);
        assertThat(RosterFiles.outcome(reading)).isEqualTo(READ);
        Roster roster = ((RosterReading.Read) reading).roster();
        assertThat(roster.sheetName()).isEqualTo("명단");
        assertThat(roster.otherSheets()).containsExactly("참고");
    }

    @Test
    void toleratesPartsThatNobodyReads() {
        Map<String, Part> parts = workbook(sheet(HEADER + "<row r='2'>" + PERSON + "</row>"));
        parts.put("xl/drawings/vmlDrawing1.vml", part("<xml><div><br></div></xml>"));
        parts.put("customXml/item1.xml", out -> out.write("\uFEFF<x/>".getBytes(StandardCharsets.UTF_16LE)));
        parts.put("xl/media/image1.png", part("\u0089PNG"));
        assertThat(read(parts)).isEqualTo(READ);
    }

    private String read(Map<String, Part> parts) {
        return RosterFiles.outcome(readRoster.read(RosterFiles.zip(directory, parts), "a.xlsx", RosterLimits.STANDARD));
    }
}
