package io.chodae.bizkit;

/** In which order users are listed. */
public enum PeopleSort {
    /** Who accepted last comes first. */
    NEWEST,
    NAME,
    EMAIL,
    /** By the group's name, unclassified people last. */
    GROUP
}
