package io.chodae.campaign;

import io.chodae.shared.EmailAddress;
import io.chodae.shared.FieldText;
import io.chodae.shared.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** The rules of the form's first part: who invites, whom to ask, and why. */
@Component
class CheckFields {

    private static final int MAX_NAME = 100;
    private static final int MAX_REASON = 400;
    private static final int MIN_DIGITS = 3;
    private static final int MAX_DIGITS = 12;
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9 ().\\-/]+");

    List<DraftFault> faults(DraftContent content) {
        List<DraftFault> faults = new ArrayList<>();
        required("inviterName", content.inviterName(), MAX_NAME, faults);
        email(content.contactEmail(), faults);
        phone(content.contactPhone(), faults);
        reason(content, faults);
        return faults;
    }

    static void required(String field, String value, int max, List<DraftFault> faults) {
        if (value.isEmpty()) {
            faults.add(new DraftFault(field, "MISSING"));
        } else {
            tooLong(field, value, max, faults);
        }
    }

    static void tooLong(String field, String value, int max, List<DraftFault> faults) {
        int length = PlainText.length(value);
        if (length > max) {
            faults.add(new DraftFault(field, "TOO_LONG", max, length));
        }
    }

    private static void reason(DraftContent content, List<DraftFault> faults) {
        String reason = content.reason();
        tooLong("reason", reason, MAX_REASON, faults);
        FieldText.unknown(reason).stream()
                .findFirst()
                .ifPresent(
                        place -> faults.add(new DraftFault("reason", "UNKNOWN_FIELD", place, FieldText.allPlaces())));
        if (content.target() == TargetChoice.UNCLASSIFIED
                && FieldText.fields(reason).contains(FieldText.Field.GROUP)) {
            faults.add(new DraftFault("reason", "NO_GROUP", FieldText.Field.GROUP.place()));
        }
    }

    private static void email(String value, List<DraftFault> faults) {
        if (value.isEmpty()) {
            faults.add(new DraftFault("contactEmail", "MISSING"));
        } else if (EmailAddress.parse(value).isEmpty()) {
            faults.add(new DraftFault("contactEmail", "INVALID", value));
        }
    }

    private static void phone(String value, List<DraftFault> faults) {
        if (value.isEmpty()) {
            faults.add(new DraftFault("contactPhone", "MISSING"));
            return;
        }
        int digits = digits(value).length();
        if (!PHONE.matcher(value).matches() || digits < MIN_DIGITS) {
            faults.add(new DraftFault("contactPhone", "INVALID", value));
        } else if (digits > MAX_DIGITS) {
            faults.add(new DraftFault("contactPhone", "TOO_LONG", MAX_DIGITS, digits));
        }
    }

    /** As it is dialled within Korea: the country's own prefix is the leading zero. */
    private static String digits(String value) {
        return value.replaceFirst("^\\+82[ \\-]*(\\(0\\))?0?", "0").replaceAll("[^0-9]", "");
    }
}
