package io.chodae.console;

import io.chodae.campaign.DraftContent;
import io.chodae.campaign.TargetChoice;
import io.chodae.campaign.TypedRow;
import io.chodae.shared.Language;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * The invite form as a browser posts it. Nothing is refused here: a draft may be saved at any keystroke, wrong or half
 * done.
 *
 * @param version that the form was loaded with
 * @param typed the typed rows in the page's order, blank ones included
 */
record InviteFormInput(int version, DraftContent content, List<TypedLine> typed) {

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
        return new InviteFormInput(number(form.getFirst("version")), content(form), typed(form));
    }

    /** What is saved: blank rows are the page's own. */
    List<TypedRow> rows() {
        return typed.stream()
                .filter(line -> !line.blank())
                .map(line -> new TypedRow(line.name(), line.email(), line.phone(), line.extraInfo(), null))
                .toList();
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
