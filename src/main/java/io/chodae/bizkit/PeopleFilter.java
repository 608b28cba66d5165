package io.chodae.bizkit;

import org.jspecify.annotations.Nullable;

/**
 * Which enrolled users to list.
 *
 * @param text part of the name, the e-mail or the phone; empty for all
 * @param type null for all
 */
public record PeopleFilter(
        String text, GroupFilter group, @Nullable ServiceType type, PeopleStanding standing) {

    /** Everybody. */
    public static final PeopleFilter ALL = new PeopleFilter("", new GroupFilter.All(), null, PeopleStanding.ANY);
}
