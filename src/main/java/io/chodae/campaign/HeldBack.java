package io.chodae.campaign;

import java.time.Instant;

/**
 * People of a campaign who got no invitation, because their addresses had enough of them for a day.
 *
 * @param again when all of them can be invited
 */
public record HeldBack(int people, Instant again) {}
