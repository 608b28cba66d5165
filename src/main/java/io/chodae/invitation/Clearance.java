package io.chodae.invitation;

import java.util.Optional;

/**
 * What a feature checks before an invitation goes out again, inside the sending transaction. What it locks stays locked
 * until that transaction ends.
 */
public interface Clearance {

    /**
     * Looks whether there is anything in the way.
     *
     * @param invitation as it stands, locked; one that is {@code INVITED} holds its seat already
     */
    Optional<Hindrance> hindrance(Invitation invitation);
}
