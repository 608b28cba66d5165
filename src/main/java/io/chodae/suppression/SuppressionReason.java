package io.chodae.suppression;

/** Why a customer does not write to an address. */
public enum SuppressionReason {
    /** A server said for good that it takes no mails. An operator who knows better may lift that. */
    BOUNCED("The address is not written to: an earlier mail to it bounced"),
    /** Whoever reads it asked not to be written to. No operator may lift that. */
    OPTED_OUT("The address is not written to: its reader asked for that");

    private final String words;

    SuppressionReason(String words) {
        this.words = words;
    }

    /** One short English sentence, as what became of a mail. */
    String words() {
        return words;
    }

    public boolean mayBeLifted() {
        return this == BOUNCED;
    }
}
