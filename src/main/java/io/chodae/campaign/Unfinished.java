package io.chodae.campaign;

import io.chodae.audit.Actor;
import io.chodae.shared.AccountId;
import org.jspecify.annotations.Nullable;

/** A campaign in writing, as its writer needs it. */
record Unfinished(Campaign campaign, int lastRow, @Nullable AccountId creator) {

    /** Invitations are sent in the name of whoever pressed "send", also by a writer that starts after a crash. */
    Actor actor() {
        return new Actor(creator, campaign.createdBy());
    }
}
