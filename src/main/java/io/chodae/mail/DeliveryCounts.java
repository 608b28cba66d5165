package io.chodae.mail;

/**
 * How many mails of a batch are where.
 *
 * @param queued those being sent at this moment too
 * @param held waiting in a batch that somebody stopped
 * @param suppressed not handed over, for the customer does not write to their addresses
 */
public record DeliveryCounts(
        long queued, long sent, long deferred, long failed, long obsolete, long held, long bounced, long suppressed) {

    /** Those in one state; a mail that is being sent counts as queued. */
    public long of(DeliveryState state) {
        return switch (state) {
            case QUEUED, SENDING -> queued;
            case SENT -> sent;
            case DEFERRED -> deferred;
            case FAILED -> failed;
            case OBSOLETE -> obsolete;
            case HELD -> held;
            case BOUNCED -> bounced;
            case SUPPRESSED -> suppressed;
        };
    }

    public long total() {
        return queued + sent + deferred + failed + obsolete + held + bounced + suppressed;
    }

    /** Mails that are still to go out, held ones among them. */
    public long open() {
        return queued + deferred + held;
    }

    /** Mails that were tried to their end. */
    public long finished() {
        return sent + refused();
    }

    /** Mails that servers would not take for good, whatever the reason. */
    public long refused() {
        return failed + bounced;
    }

    /** Mails that nobody will read and that wait for nothing. */
    public long undelivered() {
        return refused() + suppressed;
    }
}
