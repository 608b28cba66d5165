package io.chodae.notice;

import io.chodae.capture.TransferMails;
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
    ADDRESS_CHANGE("address-change"),
    ADDRESS_CHANGED("address-changed"),
    EVICTED("evicted"),
    RENAMED("renamed"),
    DOMAIN("domain"),
    TRANSFER(TransferMails.REQUEST),
    TRANSFER_REMINDER(TransferMails.REMINDER),
    TRANSFER_NOTICE(TransferMails.NOTICE);

    /** What differs from person to person, by the names that the layouts use. */
    static final List<String> SLOTS = List.of("name", "email", "link", "until", "stop");

    private final String word;

    MailKind(String word) {
        this.word = word;
    }

    /** A mail that a publisher causes is stopped by one click in the mail program too (RFC 8058). */
    Map<String, String> headers() {
        return stoppable()
                ? Map.of(
                        "List-Unsubscribe",
                        "<" + MailTemplate.slot("stop") + ">",
                        "List-Unsubscribe-Post",
                        "List-Unsubscribe=One-Click")
                : Map.of();
    }

    /**
     * Whether its reader is somebody whom a publisher invited. Mails about an account come because their reader asked
     * for them, and those to operators belong to their work; they come from the server itself.
     */
    boolean stoppable() {
        return switch (this) {
            case INVITATION, REMINDER, WELCOME, TRANSFER, TRANSFER_REMINDER, TRANSFER_NOTICE -> true;
            case OPERATOR_INVITATION,
                    LINK_ASKED,
                    VERIFY_EMAIL,
                    RESET_PASSWORD,
                    ADDRESS_CHANGE,
                    ADDRESS_CHANGED,
                    EVICTED,
                    RENAMED,
                    DOMAIN -> false;
        };
    }

    String word() {
        return word;
    }
}
