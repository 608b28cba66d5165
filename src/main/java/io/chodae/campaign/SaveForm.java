package io.chodae.campaign;

import io.chodae.audit.Actor;
import io.chodae.shared.CustomerId;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Saves the whole form of an operator who may not be the only one on it. His changes and another's are put together;
 * where both changed the same, the other's stays stored and he is asked. Nothing is overwritten that he has not seen.
 */
@Component
public class SaveForm {

    private final DraftStore drafts;
    private final MergeTypedRows typedRows;
    private final CampaignStore campaigns;
    private final DraftPresence presence;
    private final Clock clock;

    SaveForm(
            DraftStore drafts, MergeTypedRows typedRows, CampaignStore campaigns, DraftPresence presence, Clock clock) {
        this.drafts = drafts;
        this.typedRows = typedRows;
        this.campaigns = campaigns;
        this.presence = presence;
        this.clock = clock;
    }

    /** Saves what can be saved; a {@link SaveResult.Conflict} names the rest. */
    @Transactional
    public SaveResult save(CustomerId customer, long draftId, FormEdit edit, Actor actor) {
        Optional<StoredDraft> found = drafts.lock(customer, draftId);
        if (found.isEmpty()) {
            return new SaveResult.Gone();
        }
        StoredDraft stored = found.get();
        if (stored.sent()) {
            return new SaveResult.AlreadySent(campaigns.ofDraft(customer, draftId));
        }
        MergeContent merged = MergeContent.of(edit, stored.draft().content(), writtenBy(edit, stored.contentPage()));
        MergeTypedRows.Merged rows = typedRows.merge(stored.draft(), edit, writtenBy(edit, stored.typedPage()), actor);
        if (rows instanceof MergeTypedRows.TooMany many) {
            return new SaveResult.TooManyTyped(many.limit(), many.found());
        }
        if (!merged.stored().equals(stored.draft().content())) {
            // not in the page's name while it has something to decide: its next save must be asked as well
            String page = merged.open().isEmpty() ? edit.page() : "";
            drafts.saveContent(stored.draft(), merged.stored(), actor, page, clock.instant());
        }
        Set<DraftField> open = EnumSet.copyOf(merged.open());
        if (rows instanceof MergeTypedRows.Open) {
            open.add(DraftField.PEOPLE);
        }
        Draft now = drafts.find(customer, draftId).orElseThrow().draft();
        presence.note(customer, draftId, actor, now.version() != stored.draft().version());
        return open.isEmpty()
                ? new SaveResult.Saved(now, rows instanceof MergeTypedRows.Settled settled && settled.others())
                : new SaveResult.Conflict(
                        now, merged.open().isEmpty() ? stored.typedBy() : stored.contentBy(), merged.shown(), open);
    }

    private static boolean writtenBy(FormEdit edit, String page) {
        return !page.isEmpty() && page.equals(edit.page());
    }
}
