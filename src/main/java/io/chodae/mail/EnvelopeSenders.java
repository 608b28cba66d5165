package io.chodae.mail;

import org.jspecify.annotations.Nullable;

/** Whom a mail's envelope names as its sender. Implemented by the room that takes in what comes back there. */
@FunctionalInterface
public interface EnvelopeSenders {

    /** An address as it stands on the wire, made without asking anybody; null: the server's own, as in all mails. */
    @Nullable
    String of(QueuedMail mail);
}
