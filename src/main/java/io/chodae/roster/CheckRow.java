package io.chodae.roster;

import io.chodae.shared.EmailAddress;
import io.chodae.shared.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Cleans and checks one person's values; the same rules for a cell of a file and a typed row. Limits of name, phone
 * and extra info are those of the Biz API.
 */
@Component
public class CheckRow {

    static final int MAX_NAME = 100;
    static final int MAX_NOTE = 100;

    /**
     * Duplicates are not seen here: they need the whole list, see {@link FirstRows}.
     *
     * @param row the number to call the row by
     * @param language as written; null or blank where none was given
     */
    public RosterRow check(
            int row, String name, String email, String phone, String extraInfo, @Nullable String language) {
        Findings findings = new Findings(new ArrayList<>(0), new ArrayList<>(0));
        return new RosterRow(
                row,
                findings.name(name),
                findings.email(email),
                findings.phone(phone),
                findings.note(extraInfo),
                findings.language(language == null ? "" : language),
                findings.faults,
                findings.warnings);
    }

    private record Findings(List<RowFault> faults, List<RowWarning> warnings) {

        String name(String raw) {
            String name = PlainText.oneLine(raw);
            if (name.isEmpty()) {
                faults.add(new RowFault(RosterColumn.NAME, FaultCode.NAME_MISSING, raw));
            }
            return within(RosterColumn.NAME, FaultCode.NAME_TOO_LONG, MAX_NAME, name, raw);
        }

        String email(String raw) {
            String email = PlainText.oneLine(raw);
            if (email.isEmpty()) {
                faults.add(new RowFault(RosterColumn.EMAIL, FaultCode.EMAIL_MISSING, raw));
                return email;
            }
            Optional<EmailAddress> address = EmailAddress.parse(email);
            if (address.isEmpty()) {
                faults.add(new RowFault(RosterColumn.EMAIL, FaultCode.EMAIL_INVALID, raw));
                return RawValue.cut(email);
            }
            if (!email.equals(raw)) {
                warnings.add(new RowWarning(RosterColumn.EMAIL, WarningCode.EMAIL_CLEANED, raw));
            }
            return address.get().value();
        }

        String phone(String raw) {
            if (raw.isEmpty()) {
                return "";
            }
            String text = PlainText.oneLine(raw);
            Optional<PhoneNumber> number = PhoneNumber.read(text);
            if (number.isEmpty()) {
                faults.add(new RowFault(
                        RosterColumn.PHONE,
                        FaultCode.PHONE_INVALID,
                        raw,
                        Map.of("max", String.valueOf(PhoneNumber.MAX_DIGITS))));
                return RawValue.cut(text);
            }
            if (number.get().zeroRestored()) {
                warnings.add(new RowWarning(RosterColumn.PHONE, WarningCode.PHONE_ZERO_RESTORED, raw));
            }
            return number.get().digits();
        }

        String note(String raw) {
            return within(RosterColumn.NOTE, FaultCode.NOTE_TOO_LONG, MAX_NOTE, PlainText.oneLine(raw), raw);
        }

        @Nullable
        String language(String raw) {
            String text = PlainText.oneLine(raw);
            if (text.isEmpty()) {
                return null;
            }
            Optional<String> language = HeaderNames.language(text);
            if (language.isEmpty()) {
                warnings.add(new RowWarning(RosterColumn.LANGUAGE, WarningCode.LANGUAGE_UNKNOWN, raw));
            }
            return language.orElse(null);
        }

        private String within(RosterColumn column, FaultCode code, int max, String text, String raw) {
            if (PlainText.length(text) <= max) {
                return text;
            }
            faults.add(new RowFault(column, code, raw, Map.of("max", String.valueOf(max))));
            return RawValue.cut(text);
        }
    }
}
