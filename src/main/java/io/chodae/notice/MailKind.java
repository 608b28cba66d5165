package io.chodae.notice;

import java.util.List;

/** The mails that this room writes. Its word names the layout and the outbox's kind. */
enum MailKind {
    INVITATION("invitation"),
    WELCOME("welcome"),
    VERIFY_EMAIL("verify-email"),
    RESET_PASSWORD("reset-password"),
    OPERATOR_INVITATION("operator-invitation");

    /** What differs from person to person, by the names that the layouts use. */
    static final List<String> SLOTS = List.of("name", "email", "link", "until");

    private final String word;

    MailKind(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }
}
