package io.chodae.campaign;

import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.shared.CustomerId;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** What every decision about rows has in common: the draft's lock before it, its version, counts and trace after it. */
@Component
class DecideRows {

    private final DraftStore drafts;
    private final CampaignStore campaigns;
    private final RowStore store;
    private final RowReader rows;
    private final AuditTrail audit;
    private final Clock clock;

    DecideRows(
            DraftStore drafts, CampaignStore campaigns, RowStore store, RowReader rows, AuditTrail audit, Clock clock) {
        this.drafts = drafts;
        this.campaigns = campaigns;
        this.store = store;
        this.rows = rows;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What was decided.
     *
     * @param rows how many rows it changed; for none nothing is counted or noted
     * @param shown numbers of rows to give back as they are afterwards
     */
    record Decision(int rows, List<Integer> shown, Map<String, String> details) {}

    /**
     * To be called in a transaction.
     *
     * @param decide empty where there is no such row
     */
    RowsChange decide(
            CustomerId customer, long draftId, String action, Actor actor, Function<Draft, Optional<Decision>> decide) {
        Optional<StoredDraft> stored = drafts.lock(customer, draftId);
        if (stored.isEmpty()) {
            return new RowsChange.Gone();
        }
        if (stored.get().sent()) {
            return new RowsChange.AlreadySent(campaigns.ofDraft(customer, draftId));
        }
        Draft draft = stored.get().draft();
        return decide.apply(draft)
                .<RowsChange>map(decision -> finish(draft, decision, action, actor))
                .orElseGet(RowsChange.Gone::new);
    }

    private RowsChange.Done finish(Draft draft, Decision decision, String action, Actor actor) {
        CustomerId customer = draft.customer();
        if (decision.rows() > 0) {
            drafts.rowsChanged(draft, actor, clock.instant());
            store.compareAndCount(customer, draft.id(), clock.instant());
            audit.record(customer, actor, action, "draft", String.valueOf(draft.id()), decision.details());
        }
        return new RowsChange.Done(
                drafts.find(customer, draft.id()).orElseThrow().draft(),
                decision.rows(),
                rows.among(customer, draft.id(), decision.shown()));
    }
}
