package io.chodae.mail;

/**
 * How many mails of a batch are where.
 *
 * @param queued those being sent at this moment too
 * @param held waiting in a batch that somebody stopped
 */
public record DeliveryCounts(long queued, long sent, long deferred, long failed, long obsolete, long held) {

    /** Those in one state; a mail that is being sent counts as queued. */
    public long of(DeliveryState state) {
        return switch (state) {
            case QUEUED, SENDING -> queued;
            case SENT -> sent;
            case DEFERRED -> deferred;
            case FAILED -> failed;
            case OBSOLETE -> obsolete;
            case HELD -> held;
        };
    }

    public long total() {
        return queued + sent + deferred + failed + obsolete + held;
    }

    /** Mails that are still to go out, held ones among them. */
    public long open() {
        return queued + deferred + held;
    }

    /** Mails that were tried to their end. */
    public long finished() {
        return sent + failed;
    }
}
