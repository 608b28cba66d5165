package io.chodae.mail;

/** What a {@link MailComposer} makes of a queued mail. */
public sealed interface Composition {

    /** The {@link QueuedMail#mailId()} that it answers. */
    long mailId();

    /** To be sent now. */
    record Ready(long mailId, MailMessage message) implements Composition {}

    /**
     * Not to be sent any more, such as an invitation that was cancelled meanwhile.
     *
     * @param why one short English sentence for the operator's list
     */
    record Obsolete(long mailId, String why) implements Composition {}
}
