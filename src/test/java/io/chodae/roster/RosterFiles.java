package io.chodae.roster;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Finds and makes the files that the tests read. */
final class RosterFiles {

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private RosterFiles() {}

    /** Writes one part of an archive, however large. */
    interface Part {
        void write(OutputStream out) throws IOException;
    }

    static Path fixture(String name) {
        try {
            return Path.of(Objects.requireNonNull(RosterFiles.class.getResource("/rosters/" + name))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static Path text(Path directory, String text, Charset encoding) {
        return bytes(directory, text.getBytes(encoding));
    }

    static Path bytes(Path directory, byte[] bytes) {
        try {
            return Files.write(Files.createTempFile(directory, "roster", ".bin"), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Part part(String text) {
        return out -> out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    static Part repeated(String before, String text, long times, String after) {
        return out -> {
            byte[] block = text.repeat(1_000).getBytes(StandardCharsets.UTF_8);
            byte[] one = text.getBytes(StandardCharsets.UTF_8);
            part(before).write(out);
            for (long i = 0; i < times / 1_000; i++) {
                out.write(block);
            }
            for (long i = 0; i < times % 1_000; i++) {
                out.write(one);
            }
            part(after).write(out);
        };
    }

    static String sheet(String rows) {
        return "<worksheet xmlns='" + MAIN + "'><sheetData>" + rows + "</sheetData></worksheet>";
    }

    static String strings(String... texts) {
        StringBuilder sst = new StringBuilder("<sst xmlns='" + MAIN + "'>");
        for (String text : texts) {
            sst.append("<si><t>").append(text).append("</t></si>");
        }
        return sst + "</sst>";
    }

    static String styles(String numberFormats, String cellFormats) {
        return "<styleSheet xmlns='" + MAIN + "'><numFmts>" + numberFormats + "</numFmts><cellXfs>" + cellFormats
                + "</cellXfs></styleSheet>";
    }

    /** A row of inline texts. */
    static String row(int number, String... texts) {
        StringBuilder row = new StringBuilder("<row r='" + number + "'>");
        for (int i = 0; i < texts.length; i++) {
            row.append("<c r='%c%d' t='inlineStr'><is><t>%s</t></is></c>".formatted('A' + i, number, texts[i]));
        }
        return row + "</row>";
    }

    /** The parts of a workbook with one sheet, to be changed before {@link #zip}. */
    static Map<String, Part> workbook(String sheet) {
        Map<String, Part> parts = new LinkedHashMap<>();
        parts.put(
                "[Content_Types].xml",
                part("<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
                        + "<Override PartName='/xl/workbook.xml' ContentType='" + TYPES + "sheet.main+xml'/>"
                        + "<Override PartName='/xl/styles.xml' ContentType='" + TYPES + "styles+xml'/>"
                        + "<Override PartName='/xl/sharedStrings.xml' ContentType='" + TYPES
                        + "sharedStrings+xml'/></Types>"));
        parts.put("xl/workbook.xml", part(workbookPart("<sheet name='명단' sheetId='1' r:id='rId1'/>")));
        parts.put(
                "xl/_rels/workbook.xml.rels",
                part("<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
                        + "<Relationship Id='rId1' Target='worksheets/sheet1.xml' Type='" + RELATIONS + "/worksheet'/>"
                        + "</Relationships>"));
        parts.put("xl/styles.xml", part(styles("", "<xf numFmtId='0'/>")));
        parts.put("xl/worksheets/sheet1.xml", part(sheet));
        parts.put("xl/sharedStrings.xml", part(strings()));
        return parts;
    }

    static String workbookPart(String sheets) {
        return "<workbook xmlns='" + MAIN + "' xmlns:r='" + RELATIONS + "'><sheets>" + sheets + "</sheets></workbook>";
    }

    static Path zip(Path directory, Map<String, Part> parts) {
        try {
            Path file = Files.createTempFile(directory, "roster", ".bin");
            try (ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
                for (var part : parts.entrySet()) {
                    zip.putNextEntry(new ZipEntry(part.getKey()));
                    part.getValue().write(zip);
                    zip.closeEntry();
                }
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What came of a reading, in one line to compare with a data file. */
    static String outcome(RosterReading reading) {
        return switch (reading) {
            case RosterReading.Unreadable unreadable ->
                (unreadable.problem() + " " + unreadable.args().getOrDefault("found", "")).strip();
            case RosterReading.Read read ->
                read.roster().rows().stream().map(RosterFiles::line).collect(Collectors.joining(" | "));
        };
    }

    private static String line(RosterRow row) {
        StringBuilder line = new StringBuilder();
        line.append(row.sheetRow())
                .append(' ')
                .append(row.name())
                .append(" <")
                .append(row.email())
                .append('>');
        line.append(row.phone().isEmpty() ? "" : " " + row.phone());
        line.append(row.extraInfo().isEmpty() ? "" : " /" + row.extraInfo());
        line.append(row.language() == null ? "" : " " + row.language());
        for (RowFault fault : row.faults()) {
            String first = fault.args().get("firstRow");
            line.append(" !").append(fault.code()).append(first == null ? "" : "(" + first + ")");
        }
        row.warnings()
                .forEach(warning -> line.append(" (").append(warning.code()).append(')'));
        return line.toString();
    }
}
