package io.chodae.campaign;

import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.shared.CustomerId;
import io.chodae.shared.Language;
import io.chodae.shared.Slice;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The invite forms of a publisher that were begun and not sent. They stay until they are sent or deleted by hand, and
 * can be gone on with by any operator on any machine.
 */
@Component
public class Drafts {

    private static final int MAX_SLICE = 1_000;

    private final DraftStore drafts;
    private final RowReader rows;
    private final SaveTypedRows typedRows;
    private final CampaignStore campaigns;
    private final AuditTrail audit;
    private final Clock clock;

    Drafts(
            DraftStore drafts,
            RowReader rows,
            SaveTypedRows typedRows,
            CampaignStore campaigns,
            AuditTrail audit,
            Clock clock) {
        this.drafts = drafts;
        this.rows = rows;
        this.typedRows = typedRows;
        this.campaigns = campaigns;
        this.audit = audit;
        this.clock = clock;
    }

    /** Begins an empty form. */
    @Transactional
    public Draft open(CustomerId customer, Language language, Actor actor) {
        return open(customer, DraftContent.empty(language), actor);
    }

    /** Begins a form that is filled in already, such as with the texts of an earlier campaign. */
    @Transactional
    public Draft open(CustomerId customer, DraftContent content, Actor actor) {
        long id = drafts.insert(customer, content.cleaned(), actor, clock.instant());
        audit.record(customer, actor, "draft.opened", "draft", String.valueOf(id), Map.of());
        return drafts.find(customer, id).orElseThrow().draft();
    }

    /** The draft; empty where this customer has none with this id, or it was sent. */
    @Transactional(readOnly = true)
    public Optional<Draft> find(CustomerId customer, long draftId) {
        return drafts.find(customer, draftId).filter(stored -> !stored.sent()).map(StoredDraft::draft);
    }

    /** What a campaign was sent with: content and counts as they were then. */
    @Transactional(readOnly = true)
    public Optional<Draft> findSent(CustomerId customer, long draftId) {
        return drafts.find(customer, draftId).filter(StoredDraft::sent).map(StoredDraft::draft);
    }

    /** Those not sent, the last changed first; two hundred at most. */
    @Transactional(readOnly = true)
    public List<Draft> listOpen(CustomerId customer) {
        return drafts.open(customer);
    }

    /**
     * Saves the fields. The same content again changes nothing, not even the version.
     *
     * @param loadedVersion the version that the form came with
     */
    @Transactional
    public SaveResult save(CustomerId customer, long draftId, int loadedVersion, DraftContent content, Actor actor) {
        return change(customer, draftId, stored -> {
            Draft draft = stored.draft();
            DraftContent cleaned = content.cleaned();
            if (cleaned.equals(draft.content())) {
                return new SaveResult.Saved(draft);
            }
            if (stored.contentVersion() > loadedVersion) {
                return new SaveResult.Conflict(
                        draft, stored.contentBy(), cleaned, DraftField.differing(cleaned, draft.content()));
            }
            drafts.saveContent(draft, cleaned, actor, "", clock.instant());
            return saved(draft);
        });
    }

    /**
     * Saves the typed rows as a whole, right or wrong; those of the file stay.
     *
     * @param loadedVersion the version that the form came with
     */
    @Transactional
    public SaveResult replaceTyped(
            CustomerId customer, long draftId, int loadedVersion, List<TypedRow> typed, Actor actor) {
        return change(customer, draftId, stored -> typedRows.save(stored, loadedVersion, typed, actor));
    }

    /**
     * The rows of a draft, sent or not, in their order: typed ones, then the file's.
     *
     * @param after where the slice before ended; empty for the first
     * @param limit 1,000 at most
     */
    @Transactional(readOnly = true)
    public Slice<DraftRow> rows(
            CustomerId customer, long draftId, RowFilter filter, Optional<String> after, int limit) {
        return rows(customer, draftId, filter, "", after, limit);
    }

    /**
     * The same, of those only that are searched for.
     *
     * @param text part of the name, the address or the phone number, however it was grouped; empty for all
     */
    @Transactional(readOnly = true)
    public Slice<DraftRow> rows(
            CustomerId customer, long draftId, RowFilter filter, String text, Optional<String> after, int limit) {
        int from = after.map(Drafts::position).orElse(0);
        return rows.slice(customer, draftId, filter, text, from, Math.clamp(limit, 1, MAX_SLICE));
    }

    /**
     * Throws a draft and its rows away.
     *
     * @param version that the operator was told of when he confirmed; a later one is not deleted unseen
     * @return false where there is none, it was sent, or it was changed since
     */
    @Transactional
    public boolean delete(CustomerId customer, long draftId, int version, Actor actor) {
        Optional<Draft> draft = drafts.lock(customer, draftId)
                .filter(stored -> !stored.sent())
                .map(StoredDraft::draft)
                .filter(found -> found.version() == version);
        if (draft.isEmpty() || !drafts.delete(customer, draftId)) {
            return false;
        }
        audit.record(
                customer,
                actor,
                "draft.deleted",
                "draft",
                String.valueOf(draftId),
                Map.of("people", String.valueOf(draft.get().roster().total())));
        return true;
    }

    private SaveResult change(CustomerId customer, long draftId, Function<StoredDraft, SaveResult> change) {
        Optional<StoredDraft> stored = drafts.lock(customer, draftId);
        if (stored.isEmpty()) {
            return new SaveResult.Gone();
        }
        if (stored.get().sent()) {
            return new SaveResult.AlreadySent(campaigns.ofDraft(customer, draftId));
        }
        return change.apply(stored.get());
    }

    private SaveResult saved(Draft before) {
        return new SaveResult.Saved(
                drafts.find(before.customer(), before.id()).orElseThrow().draft());
    }

    /** The position comes back from a browser: anything but one of ours means the beginning. */
    private static int position(String after) {
        return after.matches("[0-9]{1,9}") ? Integer.parseInt(after) : 0;
    }
}
