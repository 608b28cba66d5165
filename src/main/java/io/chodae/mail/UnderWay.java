package io.chodae.mail;

/** How many mails this node has claimed and not yet written down. */
final class UnderWay {

    private int count;

    synchronized int count() {
        return count;
    }

    synchronized void add(int more) {
        count += more;
    }

    /** @return how many are left */
    synchronized int remove(int fewer) {
        // never below: after a new start, late ones are not of this count any more
        count = Math.max(0, count - fewer);
        notifyAll();
        return count;
    }

    synchronized void forget() {
        count = 0;
        notifyAll();
    }

    synchronized void awaitNone() throws InterruptedException {
        while (count > 0) {
            wait();
        }
    }
}
