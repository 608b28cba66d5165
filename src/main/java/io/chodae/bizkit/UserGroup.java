package io.chodae.bizkit;

import java.time.Instant;

/** A set of users who may use the same Private Plays. */
public record UserGroup(long id, String name, String extraInfo, int playCount, int userCount, Instant created) {}
