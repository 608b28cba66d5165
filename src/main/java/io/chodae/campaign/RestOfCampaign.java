package io.chodae.campaign;

/**
 * Whom "cancel the rest" is about, as of now.
 *
 * @param unwritten people whose invitation is not written yet
 * @param waiting people whose mail has not gone out
 * @param failed people whose mail could not be delivered
 */
public record RestOfCampaign(int unwritten, int waiting, int failed) {

    public int people() {
        return unwritten + waiting + failed;
    }
}
