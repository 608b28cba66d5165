package io.chodae.campaign;

import io.chodae.roster.FaultCode;
import io.chodae.roster.RosterColumn;
import io.chodae.roster.RosterTexts;
import io.chodae.roster.RowFault;
import io.chodae.roster.RowWarning;
import io.chodae.roster.WarningCode;
import io.chodae.shared.Language;
import java.util.Arrays;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/** The sentences for what is wrong with a draft or one of its rows. */
@Component
public class DraftTexts {

    private static final String FIRST_ROW = "firstRow";

    private final RosterTexts roster;
    private final ResourceBundleMessageSource messages = new ResourceBundleMessageSource();

    DraftTexts(RosterTexts roster) {
        this.roster = roster;
        messages.setBasename("messages/campaign");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
    }

    /** What keeps the draft from being sent, and what to do. */
    public String fault(DraftFault fault, Language language) {
        return messages.getMessage(fault.messageKey(), fault.args().toArray(), language.locale());
    }

    /** What is the matter with a row's value, and what to do. */
    public String note(RowNote note, Language language) {
        RosterColumn column = RosterColumn.valueOf(note.column());
        if (knows(FaultCode.values(), note.code())) {
            return roster.fault(
                    new RowFault(column, FaultCode.valueOf(note.code()), note.value(), note.args()), language);
        }
        if (knows(WarningCode.values(), note.code())) {
            return roster.warning(new RowWarning(column, WarningCode.valueOf(note.code()), note.value()), language);
        }
        Object[] args = {note.args().getOrDefault(FIRST_ROW, "")};
        return messages.getMessage("campaign.row." + note.code(), args, language.locale());
    }

    /** The names of the columns that a download adds. */
    String export(String column, Language language) {
        return messages.getMessage("campaign.export." + column, null, language.locale());
    }

    private static boolean knows(Enum<?>[] codes, String code) {
        return Arrays.stream(codes).anyMatch(known -> known.name().equals(code));
    }
}
