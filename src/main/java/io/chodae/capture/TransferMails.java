package io.chodae.capture;

/** The kinds of mails about a user invitation, as the outbox knows them, and their numbers. */
public final class TransferMails {

    public static final String REQUEST = "transfer";
    public static final String REMINDER = "transfer-reminder";
    public static final String NOTICE = "transfer-notice";

    /** So many mails may follow one link. */
    static final int MOST = 99;

    private TransferMails() {}

    /** Names a follow-up among all mails about an invitation. */
    public static int number(int linkNumber, int followUp) {
        return linkNumber * (MOST + 1) + followUp;
    }

    public static int link(int number) {
        return number / (MOST + 1);
    }

    public static int followUp(int number) {
        return number % (MOST + 1);
    }
}
