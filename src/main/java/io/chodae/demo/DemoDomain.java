package io.chodae.demo;

import io.chodae.audit.Actor;
import io.chodae.domain.ClaimDomain;
import io.chodae.domain.ClaimResult;
import io.chodae.domain.LockDomain;
import io.chodae.domain.VouchForDomain;
import io.chodae.shared.CustomerId;
import org.springframework.stereotype.Component;

/**
 * The hotel's domain. It is made up and has no name servers, so the server vouches for it: the page of the domain says
 * so, and no check takes it away.
 */
@Component
class DemoDomain {

    static final String NAME = "hanbit-hotel.example";

    private final ClaimDomain claimDomain;
    private final VouchForDomain vouchForDomain;
    private final LockDomain lockDomain;

    DemoDomain(ClaimDomain claimDomain, VouchForDomain vouchForDomain, LockDomain lockDomain) {
        this.lockDomain = lockDomain;
        this.claimDomain = claimDomain;
        this.vouchForDomain = vouchForDomain;
    }

    /**
     * In the transaction that makes the hotel.
     *
     * @param contact whom people on the domain may ask
     */
    void fill(CustomerId hotel, String contact, Actor actor) {
        if (!(claimDomain.claim(hotel, NAME, false, actor) instanceof ClaimResult.Claimed)
                || !vouchForDomain.vouch(hotel, NAME)) {
            throw new IllegalStateException("the demo's domain was refused");
        }
        lockDomain.set(hotel, NAME, false, contact, actor);
    }
}
