package io.chodae.bizkit;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Where a page of people ended, in one sorting: the sorted value, the group where groups are sorted, the user. As a text
 * it belongs to its sorting alone; with another one it is nowhere, which is the first page.
 */
record PeoplePosition(PeopleSort sort, String key, long group, long user) {

    private static final char BETWEEN = '\n';

    /** What stands before everybody. */
    static PeoplePosition start(PeopleSort sort) {
        return new PeoplePosition(sort, "", -1, sort == PeopleSort.NEWEST ? Long.MAX_VALUE : -1);
    }

    static PeoplePosition after(EnrolledUser last, PeopleSort sort) {
        String key = switch (sort) {
            case NEWEST -> "";
            case NAME -> last.sortName();
            case EMAIL -> last.emailKey();
            case GROUP -> last.sortGroup();
        };
        return new PeoplePosition(sort, key, last.groupId() == null ? 0 : last.groupId(), last.id());
    }

    String text() {
        String plain = sort.name() + BETWEEN + user + BETWEEN + group + BETWEEN + key;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    static PeoplePosition of(Optional<String> text, PeopleSort sort) {
        return text.flatMap(PeoplePosition::read)
                .filter(position -> position.sort == sort)
                .orElseGet(() -> start(sort));
    }

    private static Optional<PeoplePosition> read(String text) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            String[] parts = plain.split(String.valueOf(BETWEEN), 4);
            return parts.length < 4 || plain.indexOf('\0') >= 0
                    ? Optional.empty()
                    : Optional.of(new PeoplePosition(
                            PeopleSort.valueOf(parts[0]),
                            parts[3],
                            Long.parseLong(parts[2]),
                            Long.parseLong(parts[1])));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
