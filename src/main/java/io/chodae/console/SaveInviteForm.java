package io.chodae.console;

import io.chodae.campaign.Draft;
import io.chodae.campaign.DraftRow;
import io.chodae.campaign.DraftTexts;
import io.chodae.campaign.Drafts;
import io.chodae.campaign.RowFilter;
import io.chodae.campaign.SaveResult;
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
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Saves the fields and the typed rows of the invite form, and answers with what that changed on the page. */
@Component
class SaveInviteForm {

    private static final int TYPED_SHOWN = 1_000;

    private final Drafts drafts;
    private final InviteFormModel form;
    private final DraftTexts texts;

    SaveInviteForm(Drafts drafts, InviteFormModel form, DraftTexts texts) {
        this.drafts = drafts;
        this.form = form;
        this.texts = texts;
    }

    SaveResult save(Operating who, long draftId, InviteFormInput input) {
        SaveResult fields = drafts.save(who.customer(), draftId, input.version(), input.content(), who.actor());
        if (!(fields instanceof SaveResult.Saved)) {
            return fields;
        }
        return drafts.replaceTyped(who.customer(), draftId, input.version(), input.rows(), who.actor());
    }

    /** The view that answers a save made while typing. */
    String fragment(SaveResult result, InviteFormInput input, Language language, Model model) {
        return switch (result) {
            case SaveResult.Saved saved -> {
                Draft draft = saved.draft();
                form.status(model, draft, language);
                form.rows(model, draft, language, RowFilter.ALL, Optional.empty());
                model.addAttribute("slots", slots(draft, input, language));
                yield "console/invite-parts :: saved";
            }
            case SaveResult.Conflict conflict -> {
                model.addAttribute("by", conflict.by());
                model.addAttribute("current", conflict.current());
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
     * Where a save without scripts leads; {@code anchor} is the part of the page to come back to. What could not be
     * saved goes along, so that the page shows it again.
     */
    String redirect(
            SaveResult result,
            MultiValueMap<String, String> fields,
            long draftId,
            String anchor,
            RedirectAttributes redirect) {
        String form = "redirect:/console/invite/" + draftId;
        return switch (result) {
            case SaveResult.Saved saved -> form + anchor;
            case SaveResult.Conflict conflict -> {
                UnsavedForm.keep(redirect, fields);
                redirect.addFlashAttribute("conflictBy", conflict.by());
                yield form;
            }
            case SaveResult.TooManyTyped many -> {
                UnsavedForm.keep(redirect, fields);
                Flash.danger(redirect, "console.invite.tooManyTyped", many.limit(), many.found());
                yield form + "#people";
            }
            case SaveResult.AlreadySent sent -> "redirect:/console/campaigns/" + sent.campaignId();
            case SaveResult.Gone gone -> throw new NotFound();
        };
    }

    /** Errors by the page's own row names: the server numbers only rows that are not blank. */
    private Map<String, List<String>> slots(Draft draft, InviteFormInput input, Language language) {
        List<DraftRow> saved = drafts.rows(draft.customer(), draft.id(), RowFilter.TYPED, Optional.empty(), TYPED_SHOWN)
                .items();
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
