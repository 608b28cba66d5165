package io.chodae.roster;

/** A text as it may stand in a cell of a file that we hand out. */
final class CellText {

    /** The first characters by which spreadsheet programs know a formula (OWASP, CSV Injection). */
    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

    /** More than a cell of a workbook holds. */
    private static final int MAX = 32_000;

    private CellText() {}

    static String safe(String text) {
        String cell = text.length() > MAX ? text.substring(0, MAX) : text;
        return cell.isEmpty() || FORMULA.indexOf(cell.charAt(0)) < 0 ? cell : "'" + cell;
    }
}
