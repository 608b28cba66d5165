package io.chodae.capture;

import org.jspecify.annotations.Nullable;

/** What a link turned out to be. */
public sealed interface OpenedTransfer {

    /** Can be accepted or declined now. */
    record Live(Transfer transfer) implements OpenedTransfer {}

    /**
     * Does nothing any more.
     *
     * @param transfer null where the account has left the list
     */
    record Over(Ending ending, @Nullable Transfer transfer) implements OpenedTransfer {}

    /** No link of ours. */
    record Unknown() implements OpenedTransfer {}

    /** Why a link does nothing any more; each has its own words on the page. */
    enum Ending {
        CANCELED,
        /** A newer mail carries the link that works. */
        REPLACED,
        DECLINED,
        ACCEPTED,
        /** The customer holds the domain no longer, the account has moved, or somebody manages it already. */
        GONE,
        /** Who runs this server has stopped the customer. */
        CUSTOMER_SUSPENDED
    }
}
