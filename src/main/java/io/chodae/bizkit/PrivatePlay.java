package io.chodae.bizkit;

import java.time.Instant;

/**
 * An app that only invited users may use.
 *
 * @param link where it is opened; http or https
 * @param enabled a disabled Play is neither offered nor usable
 */
public record PrivatePlay(
        long id, String name, String description, String link, boolean hasIcon, boolean enabled, Instant created) {}
