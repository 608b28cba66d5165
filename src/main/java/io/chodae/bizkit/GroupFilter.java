package io.chodae.bizkit;

/** Which users to list by their group. */
public sealed interface GroupFilter {

    /** Everybody. */
    record All() implements GroupFilter {}

    /** Those without a group. */
    record Unclassified() implements GroupFilter {}

    /** Those of one group. */
    record Group(long groupId) implements GroupFilter {}
}
