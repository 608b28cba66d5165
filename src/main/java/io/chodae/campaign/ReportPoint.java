package io.chodae.campaign;

/**
 * How far a campaign was at some moment.
 *
 * @param lastRow the last row that was dealt with
 */
record ReportPoint(CampaignState state, int lastRow) {}
