package io.chodae.console;

import io.chodae.campaign.DraftContent;
import io.chodae.campaign.DraftField;
import io.chodae.campaign.FormBase;
import io.chodae.campaign.FormEdit;
import io.chodae.campaign.FormEdit.Choice;
import io.chodae.campaign.TargetChoice;
import io.chodae.campaign.TypedRow;
import io.chodae.roster.PastedRow;
import io.chodae.roster.ReadPasted;
import io.chodae.shared.Language;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * The invite form as a browser posts it. Nothing is refused here: a draft may be saved at any keystroke, wrong or half
 * done.
 *
 * @param version that the form was loaded with
 * @param base the fields that it was loaded with, as {@link FormBase} wrote them; empty where the request has no form
 * @param typedBase which typed rows it was loaded with
 * @param page names the page
 * @param choices answers to what both had changed
 * @param typed the typed rows in the page's order, blank ones included
 */
record InviteFormInput(
        int version,
        String base,
        String typedBase,
        String page,
        Map<DraftField, Choice> choices,
        DraftContent content,
        List<TypedLine> typed) {

    /**
     * One typed row.
     *
     * @param slot names the row within the page, so that its errors find their place
     */
    record TypedLine(String slot, String name, String email, String phone, String extraInfo) {

        boolean blank() {
            return (name + email + phone + extraInfo).isBlank();
        }
    }

    static InviteFormInput of(MultiValueMap<String, String> form) {
        return new InviteFormInput(
                number(form.getFirst("version")),
                text(form, "base"),
                text(form, "typedBase"),
                text(form, "page"),
                choices(form),
                content(form),
                typed(form));
    }

    /** Whether the whole form came along, and not a button alone. */
    boolean withForm() {
        return !base.isEmpty();
    }

    /** What is saved: blank rows are the page's own. */
    List<TypedRow> rows() {
        return typed.stream()
                .filter(line -> !line.blank())
                .map(line -> new TypedRow(line.name(), line.email(), line.phone(), line.extraInfo(), null))
                .toList();
    }

    FormEdit edit(FormBase bases) {
        return new FormEdit(bases.read(base), content, typedBase, rows(), choices, page);
    }

    /** What was asked for each field, so that leaving a question open is not taken for an answer. */
    private static Map<DraftField, Choice> choices(MultiValueMap<String, String> form) {
        Map<DraftField, Choice> choices = new EnumMap<>(DraftField.class);
        for (String asked : form.getOrDefault("open", List.of())) {
            DraftField.of(asked).ifPresent(field -> choices.put(field, choice(form.getFirst("choice." + asked))));
        }
        return choices;
    }

    private static Choice choice(@Nullable String value) {
        for (Choice choice : Choice.values()) {
            if (choice.name().equals(value)) {
                return choice;
            }
        }
        return Choice.UNDECIDED;
    }

    private static DraftContent content(MultiValueMap<String, String> form) {
        return new DraftContent(
                text(form, "inviterName"),
                text(form, "contactEmail"),
                text(form, "contactPhone"),
                text(form, "reason"),
                target(form.getFirst("target")),
                longOrNull(form.getFirst("groupId")),
                text(form, "newGroupName"),
                text(form, "newGroupExtraInfo"),
                form.getOrDefault("playIds", List.of()).stream()
                        .map(InviteFormInput::longOrNull)
                        .filter(java.util.Objects::nonNull)
                        .toList(),
                Language.ofTag(text(form, "language")));
    }

    private static List<TypedLine> typed(MultiValueMap<String, String> form) {
        List<String> slots = form.getOrDefault("typed.slot", List.of());
        List<TypedLine> lines = new ArrayList<>(slots.size());
        for (int i = 0; i < slots.size(); i++) {
            lines.add(new TypedLine(
                    slots.get(i),
                    at(form, "typed.name", i),
                    at(form, "typed.email", i),
                    at(form, "typed.phone", i),
                    at(form, "typed.extraInfo", i)));
        }
        if (form.containsKey("paste")) {
            for (PastedRow row : ReadPasted.read(text(form, "pasted"))) {
                lines.add(new TypedLine("p" + lines.size(), row.name(), row.email(), row.phone(), row.extraInfo()));
            }
        }
        return lines;
    }

    private static String at(MultiValueMap<String, String> form, String name, int index) {
        List<String> values = form.getOrDefault(name, List.of());
        return index < values.size() ? values.get(index) : "";
    }

    private static String text(MultiValueMap<String, String> form, String name) {
        String value = form.getFirst(name);
        return value == null ? "" : value;
    }

    private static TargetChoice target(@Nullable String value) {
        for (TargetChoice choice : TargetChoice.values()) {
            if (choice.name().equals(value)) {
                return choice;
            }
        }
        return TargetChoice.UNCLASSIFIED;
    }

    private static @Nullable Long longOrNull(@Nullable String value) {
        return value != null && value.matches("[0-9]{1,18}") ? Long.valueOf(value) : null;
    }

    private static int number(@Nullable String value) {
        return value != null && value.matches("[0-9]{1,9}") ? Integer.parseInt(value) : 0;
    }
}
