package io.chodae.mail;

/** Which of two queues a mail stands in, the first served before the second. */
enum Lane {
    PROMPT(0),
    BULK(1);

    private static final int FEW = 20;

    private final int number;

    Lane(int number) {
        this.number = number;
    }

    static Lane of(int mailsAtOnce) {
        return mailsAtOnce <= FEW ? PROMPT : BULK;
    }

    /** As the database has it. */
    int number() {
        return number;
    }
}
