package io.chodae.campaign;

import io.chodae.audit.Actor;
import io.chodae.roster.RosterMapping;
import io.chodae.shared.CustomerId;
import org.jspecify.annotations.Nullable;

/**
 * An upload as the reading side needs it.
 *
 * @param attempt the number of this reading
 */
record StoredUpload(
        CustomerId customer,
        long id,
        long draftId,
        String fileName,
        int attempt,
        @Nullable String sheet,
        @Nullable RosterMapping mapping,
        Actor actor) {}
