package io.chodae.console;

import io.chodae.bizkit.GroupFilter;

/** Reads the group filter of an address: empty, {@code none} or a group's number. */
final class GroupFilters {

    private static final String NUMBER = "[0-9]{1,18}";

    private GroupFilters() {}

    static GroupFilter of(String text) {
        if (text.equals("none")) {
            return new GroupFilter.Unclassified();
        }
        return text.matches(NUMBER) ? new GroupFilter.Group(Long.parseLong(text)) : new GroupFilter.All();
    }

    /** Whether it is one of these; anything else shows everybody. */
    static boolean reads(String text) {
        return text.isEmpty() || text.equals("none") || text.matches(NUMBER);
    }
}
