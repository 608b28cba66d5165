package io.chodae.invitation;

import java.util.Locale;

/**
 * A number that was counted up to a limit.
 *
 * @param more whether there are more than so many
 */
public record AtLeast(int number, boolean more) {

    static final AtLeast NONE = new AtLeast(0, false);

    /** With separators, and a plus sign where there are more. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%,d%s", number, more ? "+" : "");
    }
}
