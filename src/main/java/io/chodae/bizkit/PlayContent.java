package io.chodae.bizkit;

import org.jspecify.annotations.Nullable;

/**
 * What the form of a Private Play holds.
 *
 * @param icon a new icon, or null to keep what is there; optional
 */
@SuppressWarnings("ArrayRecordComponent")
public record PlayContent(String name, String description, String link, byte @Nullable [] icon) {}
