package io.chodae.capture;

import java.time.Instant;

/** The last row of a page: the next page begins behind it, whatever has changed in between. */
public record UserInvitationPosition(Instant updatedAt, String emailKey) {}
