package io.chodae.bizkit;

/** A user group to choose from. */
public record GroupChoice(long id, String name, int playCount) {}
