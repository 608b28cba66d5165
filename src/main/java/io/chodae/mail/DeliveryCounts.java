package io.chodae.mail;

/**
 * How many mails of a batch are where.
 *
 * @param queued those being sent at this moment too
 */
public record DeliveryCounts(long queued, long sent, long deferred, long failed, long obsolete) {

    public long total() {
        return queued + sent + deferred + failed + obsolete;
    }
}
