package io.chodae.mail;

/** What became of one attempt. The reply is one line: the server's words, or ours where no server answered. */
sealed interface Outcome {

    String reply();

    /** The relay took it. */
    record Sent(String reply) implements Outcome {}

    /** Not now. */
    record Deferred(String reply) implements Outcome {}

    /** Never. */
    record Failed(String reply) implements Outcome {}

    /** No longer wanted; no server was asked. */
    record Obsolete(String reply) implements Outcome {}

    /** The mail was not handed over, so that this attempt does not count. Without words where it only was put back. */
    record Unreached(String reply) implements Outcome {}
}
