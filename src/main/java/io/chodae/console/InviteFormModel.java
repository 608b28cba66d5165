package io.chodae.console;

import io.chodae.bizkit.BizKits;
import io.chodae.bizkit.PrivatePlays;
import io.chodae.bizkit.Seats;
import io.chodae.bizkit.UserGroups;
import io.chodae.campaign.CheckDraft;
import io.chodae.campaign.Draft;
import io.chodae.campaign.DraftContent;
import io.chodae.campaign.DraftFault;
import io.chodae.campaign.DraftPresence;
import io.chodae.campaign.DraftRow;
import io.chodae.campaign.DraftTexts;
import io.chodae.campaign.Drafts;
import io.chodae.campaign.FormBase;
import io.chodae.campaign.PreviewDraft;
import io.chodae.campaign.PreviewPeople;
import io.chodae.campaign.PreviewSubject;
import io.chodae.campaign.Readiness;
import io.chodae.campaign.RowFilter;
import io.chodae.campaign.Schedules;
import io.chodae.campaign.TypedBase;
import io.chodae.shared.CustomerId;
import io.chodae.shared.FieldText;
import io.chodae.shared.Language;
import io.chodae.shared.Slice;
import io.chodae.web.Operating;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Gathers what the invite form shows of a draft. */
@Component
class InviteFormModel {

    static final int ROWS_SHOWN = 50;
    private static final int FOUND = 6;

    private final Drafts drafts;
    private final CheckDraft checkDraft;
    private final PreviewDraft previewDraft;
    private final PreviewPeople people;
    private final RenderPreview renderPreview;
    private final DraftPresence presence;
    private final Schedules schedules;
    private final TypedRows typedRows;
    private final FormBase formBase;
    private final DraftTexts texts;
    private final BizKits bizKits;
    private final UserGroups groups;
    private final PrivatePlays plays;
    private final Seats seats;
    private final InviteFileModel files;

    InviteFormModel(
            Drafts drafts,
            CheckDraft checkDraft,
            PreviewDraft previewDraft,
            PreviewPeople people,
            RenderPreview renderPreview,
            DraftPresence presence,
            Schedules schedules,
            TypedRows typedRows,
            FormBase formBase,
            DraftTexts texts,
            BizKits bizKits,
            UserGroups groups,
            PrivatePlays plays,
            Seats seats,
            InviteFileModel files) {
        this.drafts = drafts;
        this.checkDraft = checkDraft;
        this.previewDraft = previewDraft;
        this.people = people;
        this.renderPreview = renderPreview;
        this.presence = presence;
        this.schedules = schedules;
        this.typedRows = typedRows;
        this.formBase = formBase;
        this.texts = texts;
        this.bizKits = bizKits;
        this.groups = groups;
        this.plays = plays;
        this.seats = seats;
        this.files = files;
    }

    /** Everything of the page. */
    void page(Model model, Operating who, Draft draft, Language language, RowFilter filter, PreviewLook look) {
        CustomerId customer = draft.customer();
        status(model, draft, language);
        together(model, who, draft);
        model.addAttribute("kit", bizKits.get(customer));
        model.addAttribute("groups", groups.choices(customer));
        model.addAttribute("plays", plays.list(customer));
        model.addAttribute("seats", seats.use(customer));
        model.addAttribute("shown", draft.content());
        typed(model, draft, language);
        rows(model, draft, language, filter, Optional.empty());
        preview(model, draft, look);
        files.file(model, draft, language, 0);
        model.addAttribute("pageId", UUID.randomUUID().toString());
        model.addAttribute("fields", FieldText.Field.values());
        model.addAttribute(
                "unsent",
                schedules.unsent(customer).stream()
                        .filter(unsent -> unsent.draftId() == draft.id())
                        .findFirst()
                        .orElse(null));
    }

    /** The page again with what was typed and is not stored, and with what is to be decided. */
    void unsaved(Model model, DraftContent mine, InviteFormInput input) {
        model.addAttribute("shown", mine);
        model.addAttribute(
                "typedRows",
                input.typed().stream()
                        .filter(line -> !line.blank())
                        .map(TypedView::of)
                        .toList());
    }

    /** Who else is on the draft. */
    void together(Model model, Operating who, Draft draft) {
        model.addAttribute("others", presence.others(draft.customer(), draft.id(), who.actor()));
    }

    /** The typed rows, and what names this state of them. */
    void typed(Model model, Draft draft, Language language) {
        List<DraftRow> stored = typedRows.stored(draft);
        model.addAttribute("typedBase", TypedBase.of(stored));
        model.addAttribute(
                "typedRows",
                stored.stream().map(row -> TypedView.of(row, texts, language)).toList());
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
        model.addAttribute("base", formBase.write(draft.content()));
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

    /** The mail of one person, and who comes before and after. */
    void preview(Model model, Draft draft, PreviewLook look) {
        CustomerId customer = draft.customer();
        List<DraftRow> found = people.find(customer, draft.id(), look.find(), FOUND);
        OptionalInt wanted = found.isEmpty()
                ? look.person()
                : OptionalInt.of(found.getFirst().rowNo());
        Optional<PreviewSubject> subject = previewDraft
                .subject(customer, draft.id(), wanted)
                .or(() -> previewDraft.subject(customer, draft.id(), OptionalInt.empty()));
        model.addAttribute("look", look);
        model.addAttribute("found", found);
        model.addAttribute("subject", subject.orElse(null));
        subject.ifPresent(shown -> {
            int row = shown.row().rowNo();
            model.addAttribute(
                    "look",
                    new PreviewLook(
                            OptionalInt.of(row), look.lang(), look.text(), look.phone(), look.dark(), look.find()));
            model.addAttribute("place", people.place(customer, draft.id(), row));
            model.addAttribute("mail", renderPreview.mail(shown, look));
        });
    }
}
