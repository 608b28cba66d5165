package io.chodae.campaign;

/**
 * The seats of a limited edition, as a draft finds them.
 *
 * @param used seats of enrolled and invited people, and of invitations that are being written
 * @param wanted seats that the draft would take
 */
public record SeatCount(int limit, int used, int wanted) {

    public int remaining() {
        return Math.max(0, limit - used);
    }

    boolean enough() {
        return used + wanted <= limit;
    }
}
