package io.chodae.roster;

import java.util.List;

/**
 * The worksheets of an .xls.
 *
 * @param chosen name of the one to read: the first visible one, or the one asked for
 * @param others names of the other visible ones
 * @param substream which of the substreams after the workbook's own, from nought, holds the chosen one
 */
record XlsSheets(String chosen, List<String> others, int substream) {}
