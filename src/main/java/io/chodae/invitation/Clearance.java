package io.chodae.invitation;

import io.chodae.shared.CustomerId;
import java.util.List;
import java.util.Map;
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

    /**
     * The same for many, each address once, with a few statements; where seats are short, the first ones get them.
     *
     * @return by invitation id; whoever is not named has nothing in the way
     */
    Map<Long, Hindrance> hindrances(CustomerId customer, List<Invitation> invitations);
}
