package io.chodae.identity;

import io.chodae.shared.EmailAddress;
import io.chodae.shared.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects what is wrong with a form, in the order of its fields. */
final class FormCheck {

    private static final int MAX_NAME = 100;

    private final List<FormFault> faults = new ArrayList<>();

    Optional<EmailAddress> email(String typed) {
        Optional<EmailAddress> address = EmailAddress.parse(typed);
        if (typed.isBlank()) {
            fault("email", "email.missing");
        } else if (address.isEmpty()) {
            fault("email", "email.malformed");
        }
        return address;
    }

    /** The name as one line of plain text. */
    String name(String field, String typed) {
        String name = PlainText.oneLine(typed);
        if (name.isEmpty()) {
            fault(field, field + ".missing");
        } else if (PlainText.length(name) > MAX_NAME) {
            fault(field, field + ".long", MAX_NAME);
        }
        return name;
    }

    void password(String field, String typed, Optional<EmailAddress> address) {
        PasswordRules.check(typed, address).ifPresent(code -> fault(field, code, PasswordRules.MIN_LENGTH));
    }

    void fault(String field, String code, Object... args) {
        faults.add(FormFault.of(field, code, args));
    }

    boolean isFaulty() {
        return !faults.isEmpty();
    }

    List<FormFault> faults() {
        return List.copyOf(faults);
    }
}
