package io.chodae.campaign;

import java.time.Instant;

/**
 * A draft that was to go out by itself and could not; it is open again.
 *
 * @param at when it was to go out
 * @param why {@code NO_SEAT}, {@code CHANGED} (what the mail shows of the Biz Service, the group or the Plays), {@code NOT_READY}, {@code SUSPENDED}, {@code TOO_MANY_PEOPLE} (for a day) or {@code SERVICE_INCOMPLETE}
 */
public record Unsent(long draftId, Instant at, String why) {}
