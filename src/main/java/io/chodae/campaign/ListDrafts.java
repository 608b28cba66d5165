package io.chodae.campaign;

import io.chodae.audit.Actor;
import io.chodae.shared.CustomerId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The drafts to go on with, each with what it lacks and who is on it. */
@Component
public class ListDrafts {

    private final DraftStore drafts;
    private final CheckDraft check;
    private final DraftPresence presence;
    private final ScheduleStore schedules;

    ListDrafts(DraftStore drafts, CheckDraft check, DraftPresence presence, ScheduleStore schedules) {
        this.drafts = drafts;
        this.check = check;
        this.presence = presence;
        this.schedules = schedules;
    }

    /** The last changed first; two hundred at most. */
    @Transactional(readOnly = true)
    public List<DraftLine> list(CustomerId customer, Actor reader) {
        Map<Long, Unsent> unsent =
                schedules.unsent(customer).stream().collect(Collectors.toMap(Unsent::draftId, Function.identity()));
        return drafts.open(customer).stream()
                .map(draft -> new DraftLine(
                        draft,
                        check.faults(draft),
                        presence.others(customer, draft.id(), reader).stream()
                                .map(DraftPresence.Colleague::label)
                                .toList(),
                        Optional.ofNullable(unsent.get(draft.id()))))
                .toList();
    }
}
