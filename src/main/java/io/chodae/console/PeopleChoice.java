package io.chodae.console;

import io.chodae.bizkit.PeopleAct;
import io.chodae.bizkit.Selection;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whom an act is about and what it is, as a form says it.
 *
 * @param user people picked one by one
 * @param all everybody whom the filter beside finds
 * @param list an uploaded list
 * @param to a group's number, or {@code none}
 * @param endsOn a date as browsers send it
 * @param never the membership does not end by itself
 */
record PeopleChoice(
        PeopleAct.@Nullable Kind act,
        @Nullable List<Long> user,
        @Nullable Boolean all,
        @Nullable Long list,
        @Nullable String to,
        @Nullable String endsOn,
        @Nullable Boolean never) {

    /** So many can be picked one by one. */
    private static final int MOST = 1_000;

    public List<Long> users() {
        return user == null ? List.of() : user.stream().distinct().limit(MOST).toList();
    }

    public boolean everybody() {
        return Boolean.TRUE.equals(all);
    }

    public boolean endsNever() {
        return Boolean.TRUE.equals(never);
    }

    /** The only one it is about, where it is one by one. */
    Optional<Long> onlyUser() {
        return list == null && !everybody() && users().size() == 1 ? Optional.of(users().getFirst()) : Optional.empty();
    }

    Selection selection(PeopleQuery query) {
        if (list != null) {
            return new Selection.Listed(list);
        }
        return everybody() ? new Selection.Matching(query.filter()) : new Selection.Chosen(users());
    }

    /** Empty where something is missing: the group, or a date that is one. */
    Optional<PeopleAct> complete() {
        return switch (kind()) {
            case MOVE -> move();
            case END -> end();
            case SUSPEND -> Optional.of(new PeopleAct.Suspend());
            case RESUME -> Optional.of(new PeopleAct.Resume());
            case REMOVE -> Optional.of(new PeopleAct.Remove());
        };
    }

    public PeopleAct.Kind kind() {
        return Objects.requireNonNullElse(act, PeopleAct.Kind.SUSPEND);
    }

    private Optional<PeopleAct> move() {
        String target = Objects.requireNonNullElse(to, "");
        if (target.equals("none")) {
            return Optional.of(new PeopleAct.Move(null));
        }
        return target.matches("[0-9]{1,18}")
                ? Optional.of(new PeopleAct.Move(Long.parseLong(target)))
                : Optional.empty();
    }

    private Optional<PeopleAct> end() {
        if (endsNever()) {
            return Optional.of(new PeopleAct.End(null));
        }
        try {
            return Optional.of(new PeopleAct.End(LocalDate.parse(Objects.requireNonNullElse(endsOn, ""))));
        } catch (DateTimeParseException notADay) {
            return Optional.empty();
        }
    }
}
