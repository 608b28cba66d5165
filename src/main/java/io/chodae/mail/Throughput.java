package io.chodae.mail;

/**
 * How hard the relay may be pressed.
 *
 * @param sessions at a time on this node, at most; the relay's answers may make it fewer
 * @param perSecond mails on this node; 0: no limit
 * @param perHour mails of all nodes to this relay; 0: no limit
 */
record Throughput(int sessions, int perSecond, int perHour) {

    private static final int BATCH = 500;
    private static final int SECONDS_IN_HAND = 20;

    /** How many mails are claimed at once: never so many that their lease would run out while they wait their turn. */
    int batch() {
        return perSecond == 0 ? BATCH : Math.min(BATCH, perSecond * SECONDS_IN_HAND);
    }
}
