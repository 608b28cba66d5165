package io.chodae.sender;

/** How a change of a sending domain ended. Only {@link Saved} and {@link KeyMade} have changed anything. */
public sealed interface SendingKeyResult {

    /** The address is another one of the same domain; its key stays. */
    record Saved() implements SendingKeyResult {}

    /** A key was made, whose record is to be published. Until that is found, mails go on as before. */
    record KeyMade() implements SendingKeyResult {}

    /** No mail address. */
    record NoAddress() implements SendingKeyResult {}

    /** It has characters beyond ASCII before the @, which many servers refuse in a sender (RFC 6531). */
    record NotAscii() implements SendingKeyResult {}

    /** There is no own domain to renew a key for. */
    record NoDomain() implements SendingKeyResult {}
}
