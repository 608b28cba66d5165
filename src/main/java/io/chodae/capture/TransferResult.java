package io.chodae.capture;

/** What became of an acceptance. */
public sealed interface TransferResult {

    /** The account is managed now. */
    record Accepted(Transfer transfer) implements TransferResult {}

    /** Signed in is another account than the one that was asked. */
    record OtherAccount() implements TransferResult {}

    /** Nothing changed: the link is over, by this very account's earlier press perhaps, or none of ours. */
    record Refused(OpenedTransfer now) implements TransferResult {}
}
