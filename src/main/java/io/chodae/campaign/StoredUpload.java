package io.chodae.campaign;

import io.chodae.audit.Actor;
import io.chodae.roster.RosterMapping;
import io.chodae.shared.CustomerId;
import org.jspecify.annotations.Nullable;

/**
 * An upload as the reading side needs it.
 *
 * @param attempt the number of this reading
 * @param mayLose how many rows that were corrected or left out by hand may be lost by it
 */
record StoredUpload(
        CustomerId customer,
        long id,
        long draftId,
        String fileName,
        int attempt,
        @Nullable String sheet,
        @Nullable RosterMapping mapping,
        int mayLose,
        Actor actor) {}
