package io.chodae.playclient;

/**
 * One thing that is wrong with what was entered.
 *
 * @param field name of the form's field
 * @param found the address that it is about; for {@code TOO_MANY} how many there may be
 */
public record ClientFault(String field, Code code, String found) {

    /** Told by the message {@code playclient.fault.<code>}, which names what was found. */
    public enum Code {
        MISSING,
        TOO_MANY,
        TOO_LONG,
        WILDCARD,
        FRAGMENT,
        NOT_HTTPS,
        INVALID
    }
}
