package io.chodae.capture;

/** What can be done to unmanaged accounts. */
public enum TransferAct {
    /** For the first time or again. */
    SEND,
    CANCEL,
    /** Takes the address back: for owners, and nobody is asked. */
    EVICT
}
