package io.chodae.mail;

/** What became of one attempt. The reply is one line: the server's words, or ours where no server answered. */
sealed interface Outcome {

    String reply();

    /** Whether a server was asked about this mail. */
    default boolean wasHandedOver() {
        return switch (this) {
            case Sent sent -> true;
            case Deferred deferred -> true;
            case Failed failed -> true;
            case Bounced bounced -> true;
            case Suppressed suppressed -> false;
            case Obsolete obsolete -> false;
            case Unreached unreached -> false;
        };
    }

    /** The relay took it. */
    record Sent(String reply) implements Outcome {}

    /** Not now. */
    record Deferred(String reply) implements Outcome {}

    /** Never. */
    record Failed(String reply) implements Outcome {}

    /** Never, for the address takes no mails. */
    record Bounced(String reply) implements Outcome {}

    /** The customer does not write to this address; no server was asked. */
    record Suppressed(String reply) implements Outcome {}

    /** No longer wanted; no server was asked. */
    record Obsolete(String reply) implements Outcome {}

    /** The mail was not handed over, so that this attempt does not count. Without words where it only was put back. */
    record Unreached(String reply) implements Outcome {}
}
