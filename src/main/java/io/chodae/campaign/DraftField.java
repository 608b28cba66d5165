package io.chodae.campaign;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The parts of a form that two operators may change apart from each other. */
public enum DraftField {
    INVITER("inviterName"),
    EMAIL("contactEmail"),
    PHONE("contactPhone"),
    LANGUAGE("language"),
    REASON("reason"),
    /** The choice, and the existing group that belongs to it. */
    GROUP("target"),
    NEW_GROUP("newGroupName"),
    NEW_GROUP_INFO("newGroupExtraInfo"),
    PLAYS("playIds"),
    /** The typed rows as a whole. */
    PEOPLE("typed");

    private final String word;

    DraftField(String word) {
        this.word = word;
    }

    /** Its name in the form. */
    public String word() {
        return word;
    }

    /** Empty for any other word. */
    public static Optional<DraftField> of(String word) {
        return Arrays.stream(values()).filter(field -> field.word.equals(word)).findFirst();
    }

    static Set<DraftField> differing(DraftContent one, DraftContent other) {
        return Arrays.stream(values()).filter(field -> !field.same(one, other)).collect(Collectors.toSet());
    }

    /** Whether both say the same here. */
    boolean same(DraftContent one, DraftContent other) {
        return take(one, other).equals(one);
    }

    /** One content with the other's value of this field. */
    DraftContent take(DraftContent content, DraftContent other) {
        return new DraftContent(
                pick(INVITER, content, other).inviterName(),
                pick(EMAIL, content, other).contactEmail(),
                pick(PHONE, content, other).contactPhone(),
                pick(REASON, content, other).reason(),
                pick(GROUP, content, other).target(),
                pick(GROUP, content, other).groupId(),
                pick(NEW_GROUP, content, other).newGroupName(),
                pick(NEW_GROUP_INFO, content, other).newGroupExtraInfo(),
                pick(PLAYS, content, other).playIds(),
                pick(LANGUAGE, content, other).language());
    }

    private DraftContent pick(DraftField field, DraftContent content, DraftContent other) {
        return this == field ? other : content;
    }
}
