package io.chodae.invitation;

import java.time.Instant;

/** Somebody waits for a new link of this invitation. */
public record LinkRequest(Invitation invitation, Instant askedAt) {}
