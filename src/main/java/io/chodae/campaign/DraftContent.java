package io.chodae.campaign;

import io.chodae.shared.Language;
import io.chodae.shared.PlainText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the fields of the invite form hold, right or wrong: a draft may be saved at any keystroke, and
 * {@link CheckDraft} says what is still missing. The people are kept beside it, as rows.
 *
 * @param reason several lines, may be empty
 * @param groupId the chosen group, for {@link TargetChoice#EXISTING}
 * @param playIds the chosen Plays, for {@link TargetChoice#NEW} and {@link TargetChoice#UNCLASSIFIED}
 * @param language of the mails to people whose row names none
 */
public record DraftContent(
        String inviterName,
        String contactEmail,
        String contactPhone,
        String reason,
        TargetChoice target,
        @Nullable Long groupId,
        String newGroupName,
        String newGroupExtraInfo,
        List<Long> playIds,
        Language language) {

    public DraftContent {
        playIds = List.copyOf(playIds);
    }

    /** An empty form. */
    public static DraftContent empty(Language language) {
        return new DraftContent("", "", "", "", TargetChoice.UNCLASSIFIED, null, "", "", List.of(), language);
    }

    /** As it is stored: no controls or invisible characters, no blank ends, every Play once. */
    public DraftContent cleaned() {
        return new DraftContent(
                PlainText.oneLine(inviterName),
                PlainText.oneLine(contactEmail),
                PlainText.oneLine(contactPhone),
                PlainText.lines(reason),
                target,
                groupId,
                PlainText.oneLine(newGroupName),
                PlainText.oneLine(newGroupExtraInfo),
                playIds.stream().distinct().toList(),
                language);
    }
}
