package io.chodae.shared;

/**
 * The tenant that a row belongs to: a publisher or an organisation. Never shown to people or clients; they see
 * the directory's external id ({@code C…}).
 */
public record CustomerId(long value) {

    /** The server itself, owner of what belongs to no customer (such as the mail that verifies an address). */
    public static final CustomerId HOUSE = new CustomerId(0);
}
