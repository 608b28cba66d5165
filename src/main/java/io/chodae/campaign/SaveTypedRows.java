package io.chodae.campaign;

import io.chodae.audit.Actor;
import io.chodae.roster.CheckRow;
import io.chodae.shared.CustomerId;
import io.chodae.shared.Language;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks typed rows by the rules of the file's, and puts them in place of the typed ones before. */
@Component
class SaveTypedRows {

    /** More than anybody types; a file is the way to bring more. */
    static final int LIMIT = 1_000;

    private final CheckRow checkRow;
    private final DraftStore drafts;
    private final RowStore rows;
    private final RowReader reader;
    private final Clock clock;

    SaveTypedRows(CheckRow checkRow, DraftStore drafts, RowStore rows, RowReader reader, Clock clock) {
        this.checkRow = checkRow;
        this.drafts = drafts;
        this.rows = rows;
        this.reader = reader;
        this.clock = clock;
    }

    SaveResult save(StoredDraft stored, int loadedVersion, List<TypedRow> typed, Actor actor) {
        Draft draft = stored.draft();
        CustomerId customer = draft.customer();
        List<CheckedRow> checked = check(typed);
        if (checked.size() > LIMIT) {
            return new SaveResult.TooManyTyped(LIMIT, checked.size());
        }
        if (same(checked, reader.after(customer, draft.id(), RowFilter.TYPED, 0, LIMIT))) {
            return new SaveResult.Saved(draft);
        }
        if (stored.typedVersion() > loadedVersion) {
            return new SaveResult.Conflict(draft, stored.typedBy(), draft.content(), EnumSet.of(DraftField.PEOPLE));
        }
        write(draft, checked, "", actor);
        return new SaveResult.Saved(
                drafts.find(customer, draft.id()).orElseThrow().draft());
    }

    /** @return false where they are too many; nothing is written then */
    boolean write(Draft draft, List<CheckedRow> checked, String page, Actor actor) {
        if (checked.size() > LIMIT) {
            return false;
        }
        CustomerId customer = draft.customer();
        rows.clear(customer, draft.id(), RowSource.TYPED);
        if (!checked.isEmpty()) {
            rows.append(customer, draft.id(), RowSource.TYPED, 0, checked);
        }
        drafts.typedChanged(draft, actor, page, clock.instant());
        rows.compareAndCount(customer, draft.id(), clock.instant());
        return true;
    }

    List<CheckedRow> check(List<TypedRow> typed) {
        List<CheckedRow> checked = new ArrayList<>();
        for (TypedRow row : typed) {
            if (!row.blank()) {
                checked.add(CheckedRow.of(checkRow.check(
                        checked.size() + 1, row.name(), row.email(), row.phone(), row.extraInfo(), tag(row))));
            }
        }
        return checked;
    }

    private static @Nullable String tag(TypedRow row) {
        return row.language() == null ? null : row.language().tag();
    }

    static boolean same(List<CheckedRow> typed, List<DraftRow> stored) {
        return typed.stream()
                .map(SaveTypedRows::values)
                .toList()
                .equals(stored.stream().map(SaveTypedRows::values).toList());
    }

    private static Values values(CheckedRow row) {
        return new Values(row.name(), row.email(), row.phone(), row.extraInfo(), row.language());
    }

    private static Values values(DraftRow row) {
        return new Values(row.name(), row.email(), row.phone(), row.extraInfo(), row.language());
    }

    private record Values(
            String name,
            String email,
            String phone,
            String extraInfo,
            @Nullable Language language) {}
}
