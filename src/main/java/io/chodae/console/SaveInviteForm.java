package io.chodae.console;

import io.chodae.campaign.Draft;
import io.chodae.campaign.DraftField;
import io.chodae.campaign.DraftRow;
import io.chodae.campaign.DraftTexts;
import io.chodae.campaign.Drafts;
import io.chodae.campaign.FormBase;
import io.chodae.campaign.RowFilter;
import io.chodae.campaign.SaveForm;
import io.chodae.campaign.SaveResult;
import io.chodae.campaign.TypedBase;
import io.chodae.console.InviteFormInput.TypedLine;
import io.chodae.shared.Language;
import io.chodae.web.Operating;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** Saves the fields and the typed rows of the invite form, and answers with what that changed on the page. */
@Component
class SaveInviteForm {

    private static final MultiValueMap<String, String> NOTHING = new LinkedMultiValueMap<>();

    private final Drafts drafts;
    private final InviteFormModel form;
    private final DraftTexts texts;
    private final SaveForm saveForm;
    private final FormBase formBase;
    private final TypedRows typedRows;
    private final ShowClash showClash;

    SaveInviteForm(
            Drafts drafts,
            InviteFormModel form,
            DraftTexts texts,
            SaveForm saveForm,
            FormBase formBase,
            TypedRows typedRows,
            ShowClash showClash) {
        this.drafts = drafts;
        this.form = form;
        this.texts = texts;
        this.saveForm = saveForm;
        this.formBase = formBase;
        this.typedRows = typedRows;
        this.showClash = showClash;
    }

    SaveResult save(Operating who, long draftId, InviteFormInput input) {
        if (input.withForm()) {
            return saveForm.save(who.customer(), draftId, input.edit(formBase), who.actor());
        }
        // a request that does not say what it was loaded with is held against the version alone
        SaveResult fields = drafts.save(who.customer(), draftId, input.version(), input.content(), who.actor());
        return fields instanceof SaveResult.Saved
                ? drafts.replaceTyped(who.customer(), draftId, input.version(), input.rows(), who.actor())
                : fields;
    }

    /** The view that answers a save made while typing. */
    String fragment(SaveResult result, InviteFormInput input, Language language, Model model) {
        return switch (result) {
            case SaveResult.Saved saved -> {
                Draft draft = saved.draft();
                form.status(model, draft, language);
                form.rows(model, draft, language, RowFilter.ALL, Optional.empty());
                form.typed(model, draft, language);
                model.addAttribute("othersRows", saved.othersRows());
                model.addAttribute("taken", TakenFields.between(input.content(), draft.content()));
                model.addAttribute("slots", saved.othersRows() ? Map.of() : slots(draft, input, language));
                yield "console/invite-parts :: saved";
            }
            case SaveResult.Conflict conflict -> {
                clash(conflict, input, language, model);
                model.addAttribute("taken", TakenFields.between(input.content(), conflict.mine()));
                yield "console/invite-parts :: conflict";
            }
            case SaveResult.TooManyTyped many -> {
                model.addAttribute("limit", many.limit());
                model.addAttribute("found", many.found());
                yield "console/invite-parts :: tooMany";
            }
            case SaveResult.AlreadySent sent -> {
                model.addAttribute("campaignId", sent.campaignId());
                yield "console/invite-parts :: sent";
            }
            case SaveResult.Gone gone -> throw new NotFound();
        };
    }

    /**
     * Where a save without scripts leads: on, or to the same page with everything that was typed, where it could not be
     * stored.
     *
     * @param anchor the part of the page to come back to, with the query before it
     */
    String answer(
            Operating who,
            long draftId,
            SaveResult result,
            InviteFormInput input,
            String anchor,
            Language language,
            Model model) {
        return switch (result) {
            case SaveResult.Saved saved -> "redirect:/console/invite/" + draftId + anchor;
            case SaveResult.Conflict conflict -> {
                form.page(model, who, conflict.current(), language, RowFilter.ALL, PreviewLook.of(NOTHING));
                clash(conflict, input, language, model);
                if (conflict.fields().contains(DraftField.PEOPLE)) {
                    form.unsaved(model, conflict.mine(), input);
                } else {
                    model.addAttribute("shown", conflict.mine());
                }
                yield "console/invite";
            }
            case SaveResult.TooManyTyped many -> {
                Draft draft = drafts.find(who.customer(), draftId).orElseThrow(NotFound::new);
                form.page(model, who, draft, language, RowFilter.ALL, PreviewLook.of(NOTHING));
                form.unsaved(model, input.content(), input);
                model.addAttribute("base", input.base());
                model.addAttribute("typedBase", input.typedBase());
                model.addAttribute(
                        "flash", Flash.of("danger", "console.invite.tooManyTyped", many.limit(), many.found()));
                yield "console/invite";
            }
            case SaveResult.AlreadySent sent -> "redirect:/console/campaigns/" + sent.campaignId();
            case SaveResult.Gone gone -> throw new NotFound();
        };
    }

    private void clash(SaveResult.Conflict conflict, InviteFormInput input, Language language, Model model) {
        Draft current = conflict.current();
        model.addAttribute("clash", showClash.of(conflict, input, language));
        model.addAttribute("draft", current);
        model.addAttribute("base", formBase.write(current.content()));
        model.addAttribute("peopleOpen", conflict.fields().contains(DraftField.PEOPLE));
        model.addAttribute("typedBase", TypedBase.of(typedRows.stored(current)));
    }

    /** Errors by the page's own row names: the server numbers only rows that are not blank. */
    private Map<String, List<String>> slots(Draft draft, InviteFormInput input, Language language) {
        List<DraftRow> saved = typedRows.stored(draft);
        Map<String, List<String>> slots = new LinkedHashMap<>();
        int next = 0;
        for (TypedLine line : input.typed()) {
            if (line.blank() || next >= saved.size()) {
                slots.put(line.slot(), List.of());
            } else {
                RosterLine row = RosterLine.of(saved.get(next++), texts, language);
                slots.put(
                        line.slot(),
                        Stream.concat(row.faults().stream(), row.warnings().stream())
                                .map(RosterLine.Note::text)
                                .toList());
            }
        }
        return slots;
    }
}
