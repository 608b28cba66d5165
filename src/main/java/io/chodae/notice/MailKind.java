package io.chodae.notice;

import io.chodae.mail.MailTemplate;
import java.util.List;
import java.util.Map;

/** The mails that this room writes. Its word names the layout and the outbox's kind. */
enum MailKind {
    INVITATION("invitation"),
    REMINDER("reminder"),
    WELCOME("welcome"),
    LINK_ASKED("link-asked"),
    VERIFY_EMAIL("verify-email"),
    RESET_PASSWORD("reset-password"),
    OPERATOR_INVITATION("operator-invitation"),
    TRANSFER("transfer");

    /** What differs from person to person, by the names that the layouts use. */
    static final List<String> SLOTS = List.of("name", "email", "link", "until", "stop");

    private final String word;

    MailKind(String word) {
        this.word = word;
    }

    /** A mail that a publisher causes is stopped by one click in the mail program too (RFC 8058). */
    Map<String, String> headers() {
        return this == INVITATION || this == REMINDER || this == TRANSFER
                ? Map.of(
                        "List-Unsubscribe",
                        "<" + MailTemplate.slot("stop") + ">",
                        "List-Unsubscribe-Post",
                        "List-Unsubscribe=One-Click")
                : Map.of();
    }

    String word() {
        return word;
    }
}
