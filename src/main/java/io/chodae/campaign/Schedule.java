package io.chodae.campaign;

import java.time.Instant;

/**
 * A sending that waits for its time.
 *
 * @param draftId its frozen draft
 * @param by address of the operator who scheduled it
 */
public record Schedule(long campaignId, long draftId, Instant at, String by) {}
