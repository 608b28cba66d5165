package io.chodae.console;

import io.chodae.bizkit.GroupFilter;

/** Reads the group filter of an address: empty, {@code none} or a group's number. */
final class GroupFilters {

    private GroupFilters() {}

    static GroupFilter of(String text) {
        if (text.equals("none")) {
            return new GroupFilter.Unclassified();
        }
        return text.matches("[0-9]{1,18}") ? new GroupFilter.Group(Long.parseLong(text)) : new GroupFilter.All();
    }
}
