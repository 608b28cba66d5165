package io.chodae.notice;

/** Names one reminder of one link among the mails about an invitation: a link has at most two. */
final class ReminderNumber {

    private ReminderNumber() {}

    /** @param which 1 or 2 */
    static int of(int linkNumber, int which) {
        return linkNumber * 2 + which - 1;
    }

    static int link(int number) {
        return number / 2;
    }
}
