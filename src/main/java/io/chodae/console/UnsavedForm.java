package io.chodae.console;

import io.chodae.campaign.Draft;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What an operator typed and the server could not save: it is shown in the form again, and nobody types it twice. */
final class UnsavedForm {

    private static final String NAME = "unsaved";

    private UnsavedForm() {}

    /** Carries the fields to the next page, in the session; the token of the form stays behind. */
    static void keep(RedirectAttributes redirect, MultiValueMap<String, String> fields) {
        Map<String, List<String>> kept = new HashMap<>();
        fields.forEach((name, values) -> {
            if (!name.equals("_csrf")) {
                kept.put(name, List.copyOf(values));
            }
        });
        redirect.addFlashAttribute(NAME, kept);
    }

    /** Puts what was kept into the fields of the page, with the version that it was typed upon. */
    @SuppressWarnings("unchecked")
    static void show(Model model, Draft draft) {
        Object kept = model.getAttribute(NAME);
        if (!(kept instanceof Map)) {
            model.addAttribute("formVersion", draft.version());
            return;
        }
        InviteFormInput input = InviteFormInput.of(new LinkedMultiValueMap<>((Map<String, List<String>>) kept));
        model.addAttribute("formVersion", input.version());
        model.addAttribute("draft", withContent(draft, input));
        model.addAttribute(
                "typedRows",
                input.typed().stream()
                        .filter(line -> !line.blank())
                        .map(line -> Map.of("row", line, "faults", List.of()))
                        .toList());
        @Nullable Object by = model.getAttribute("conflictBy");
        if (by != null) {
            model.addAttribute("by", by);
            model.addAttribute("current", draft);
        }
    }

    private static Draft withContent(Draft draft, InviteFormInput input) {
        return new Draft(
                draft.id(),
                draft.customer(),
                input.content(),
                draft.version(),
                draft.previewed(),
                draft.roster(),
                draft.updatedBy(),
                draft.updatedAt(),
                draft.createdAt());
    }
}
