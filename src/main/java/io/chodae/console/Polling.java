package io.chodae.console;

/**
 * When a page that renews itself should ask again: soon while things change, later and later while they do not.
 *
 * @param seconds to wait
 * @param seen what the page shows
 */
record Polling(int seconds, String seen) {

    private static final int SOON = 1;
    private static final int LATE = 30;

    /**
     * @param waited before this question; 0 for a page that was opened
     * @param seen what the page showed before
     */
    static Polling next(int waited, String seen, String now) {
        boolean same = waited > 0 && seen.equals(now);
        return new Polling(same ? Math.min(LATE, Math.max(SOON, waited * 2)) : SOON, now);
    }
}
