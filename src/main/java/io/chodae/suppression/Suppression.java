package io.chodae.suppression;

import io.chodae.shared.CustomerId;
import java.time.Instant;

/**
 * One address that a customer does not write to.
 *
 * @param email as it was written to
 * @param detail the server's own words about a bounce; empty for a wish
 * @param at since when
 */
public record Suppression(
        CustomerId customer, long id, String email, SuppressionReason reason, String detail, Instant at) {}
