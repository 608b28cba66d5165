package io.chodae.bizkit;

/**
 * How many people a selection is about.
 *
 * @param byPlay those who consented Play by Play
 * @param suspended those who are suspended
 * @param lastUser the greatest id among them; whoever comes later is not meant
 */
public record PeopleCount(int people, int byPlay, int suspended, long lastUser) {}
