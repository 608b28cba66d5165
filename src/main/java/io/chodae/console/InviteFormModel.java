package io.chodae.console;

import io.chodae.bizkit.BizKits;
import io.chodae.bizkit.PrivatePlays;
import io.chodae.bizkit.Seats;
import io.chodae.bizkit.UserGroups;
import io.chodae.campaign.CheckDraft;
import io.chodae.campaign.Draft;
import io.chodae.campaign.DraftFault;
import io.chodae.campaign.DraftRow;
import io.chodae.campaign.DraftTexts;
import io.chodae.campaign.Drafts;
import io.chodae.campaign.PreviewDraft;
import io.chodae.campaign.PreviewSubject;
import io.chodae.campaign.Readiness;
import io.chodae.campaign.RowFilter;
import io.chodae.shared.CustomerId;
import io.chodae.shared.Language;
import io.chodae.shared.Slice;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Gathers what the invite form shows of a draft. */
@Component
class InviteFormModel {

    static final int ROWS_SHOWN = 50;
    private static final int TYPED_SHOWN = 1_000;

    private final Drafts drafts;
    private final CheckDraft checkDraft;
    private final PreviewDraft previewDraft;
    private final DraftTexts texts;
    private final BizKits bizKits;
    private final UserGroups groups;
    private final PrivatePlays plays;
    private final Seats seats;
    private final InviteFileModel files;
    private final RenderPreview render;

    InviteFormModel(
            Drafts drafts,
            CheckDraft checkDraft,
            PreviewDraft previewDraft,
            DraftTexts texts,
            BizKits bizKits,
            UserGroups groups,
            PrivatePlays plays,
            Seats seats,
            InviteFileModel files,
            RenderPreview render) {
        this.drafts = drafts;
        this.checkDraft = checkDraft;
        this.previewDraft = previewDraft;
        this.texts = texts;
        this.bizKits = bizKits;
        this.groups = groups;
        this.plays = plays;
        this.seats = seats;
        this.files = files;
        this.render = render;
    }

    /** Everything of the page; {@code shown} is the person of the preview, empty for the first. */
    void page(Model model, Draft draft, Language language, RowFilter filter, OptionalInt shown) {
        CustomerId customer = draft.customer();
        status(model, draft, language);
        model.addAttribute("kit", bizKits.get(customer));
        model.addAttribute("groups", groups.search(customer, ""));
        model.addAttribute("plays", plays.list(customer));
        model.addAttribute("seats", seats.use(customer));
        model.addAttribute("typedRows", typed(draft, language));
        rows(model, draft, language, filter, Optional.empty());
        preview(model, draft, shown);
        files.file(model, draft, language, 0);
    }

    /** What changes with every save: counts, faults by field, whether "send" may be offered. */
    void status(Model model, Draft draft, Language language) {
        Readiness readiness = checkDraft
                .check(draft.customer(), draft.id())
                .orElseThrow(() -> new IllegalStateException("the draft is gone"));
        Map<String, String> faults = new LinkedHashMap<>();
        for (DraftFault fault : readiness.faults()) {
            faults.putIfAbsent(fault.field(), texts.fault(fault, language));
        }
        model.addAttribute("draft", draft);
        model.addAttribute("readiness", readiness);
        model.addAttribute("faults", faults);
        model.addAttribute("steps", InviteStep.of(draft, faults.keySet(), readiness));
    }

    /** One page of the list that was read. */
    void rows(Model model, Draft draft, Language language, RowFilter filter, Optional<String> after) {
        Slice<DraftRow> slice = drafts.rows(draft.customer(), draft.id(), filter, after, ROWS_SHOWN);
        model.addAttribute("filter", filter.name());
        model.addAttribute(
                "rows",
                slice.items().stream()
                        .map(row -> RosterLine.of(row, texts, language))
                        .toList());
        model.addAttribute("next", slice.next().orElse(null));
        model.addAttribute("draft", draft);
    }

    /** Who is shown in the preview, and who comes before and after. */
    void preview(Model model, Draft draft, OptionalInt shown) {
        Optional<PreviewSubject> subject = previewDraft.subject(draft.customer(), draft.id(), shown);
        model.addAttribute("subject", subject.orElse(null));
        model.addAttribute(
                "head",
                subject.filter(person -> draft.previewed()).map(render::render).orElse(null));
    }

    private List<RosterLine> typed(Draft draft, Language language) {
        return drafts
                .rows(draft.customer(), draft.id(), RowFilter.TYPED, Optional.empty(), TYPED_SHOWN)
                .items()
                .stream()
                .map(row -> RosterLine.of(row, texts, language))
                .toList();
    }
}
