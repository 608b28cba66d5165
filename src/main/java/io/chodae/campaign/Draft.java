package io.chodae.campaign;

import io.chodae.shared.CustomerId;
import java.time.Instant;

/**
 * An invite form that has not been sent.
 *
 * @param version grows by one with every real change of the content or the rows; a form carries the version that it
 *     was loaded with
 * @param previewed whether the mail was looked at with this very version
 * @param updatedBy the address of the operator who changed it last
 */
public record Draft(
        long id,
        CustomerId customer,
        DraftContent content,
        int version,
        boolean previewed,
        RosterSummary roster,
        String updatedBy,
        Instant updatedAt,
        Instant createdAt) {}
