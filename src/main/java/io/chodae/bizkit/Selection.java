package io.chodae.bizkit;

import java.util.List;

/** Whom an act on many people is about. Ids of another customer, and of people who left, stand for nobody. */
public sealed interface Selection {

    /** Everybody whom a filter finds. */
    record Matching(PeopleFilter filter) implements Selection {}

    /** People who were picked one by one. */
    record Chosen(List<Long> userIds) implements Selection {

        public Chosen {
            userIds = List.copyOf(userIds);
        }
    }

    /** Those of an uploaded list who were found. */
    record Listed(long listId) implements Selection {}
}
