package io.chodae.campaign;

import java.util.List;

/**
 * A row with the cells of its sheet.
 *
 * @param cells as the sheet had them; empty for a typed row and for a list that was read before they were kept
 * @param corrected whether the row says something else by now
 */
record SheetRow(DraftRow row, List<String> cells, boolean corrected) {}
