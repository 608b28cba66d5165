package io.chodae.mail;

import java.util.List;

/**
 * Writes the mails of one kind. Implemented by the room that knows what they are about.
 *
 * <p>Called outside of any transaction, right before sending, with many mails of possibly many customers at once and
 * from several threads. Must give one composition for each mail, in any order, and the same one again when a mail is
 * tried again. A mail that it leaves out, or all of them where it throws, is tried again later.
 */
public interface MailComposer {

    /** The kind of mails that it writes: {@link MailRequest#kind()}. */
    String kind();

    List<Composition> compose(List<QueuedMail> mails);
}
