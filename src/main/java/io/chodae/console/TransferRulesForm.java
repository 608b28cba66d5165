package io.chodae.console;

import io.chodae.capture.TransferRules;
import io.chodae.capture.TransferRules.Follows;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the fields hold, as saved or as typed.
 *
 * @param ticked never saved: somebody says it each time
 */
record TransferRulesForm(
        @Nullable String reminders,
        @Nullable String deadline,
        @Nullable Follows follows,
        @Nullable String notice,
        @Nullable Boolean declinedToo,
        @Nullable Boolean ticked) {

    /** A number of days that no rule allows stands for what is none. */
    private static final int NONE = -1;

    static TransferRulesForm of(TransferRules rules) {
        return new TransferRulesForm(
                rules.reminderDays().stream().map(String::valueOf).collect(Collectors.joining(", ")),
                rules.deadlineDays() == null ? "" : rules.deadlineDays().toString(),
                rules.follows(),
                String.valueOf(rules.noticeDays()),
                rules.declinedToo(),
                false);
    }

    TransferRules rules() {
        String end = deadline == null ? "" : deadline.strip();
        List<Integer> days = Arrays.stream((reminders == null ? "" : reminders).split("[,\\s]+", -1))
                .filter(piece -> !piece.isBlank())
                .limit(20)
                .map(TransferRulesForm::number)
                .toList();
        return new TransferRules(
                days,
                end.isEmpty() ? null : Integer.valueOf(number(end)),
                follows == null ? Follows.NOTHING : follows,
                number(notice == null ? "" : notice.strip()),
                Boolean.TRUE.equals(declinedToo));
    }

    private static int number(String text) {
        return text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : NONE;
    }
}
