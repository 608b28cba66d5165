package io.chodae.web;

import io.chodae.audit.Actor;
import io.chodae.identity.MemberPrincipal;
import io.chodae.identity.Membership;
import io.chodae.shared.CustomerId;

/**
 * Who acts, for which customer: a parameter of controllers, see {@link CurrentOperator}. Every use case that a page
 * calls gets both from here and from nowhere else.
 */
public record Operating(Membership membership, Actor actor) {

    static Operating of(Membership membership, MemberPrincipal member) {
        return new Operating(membership, Actor.account(member.accountId(), member.email()));
    }

    public CustomerId customer() {
        return membership.customer();
    }
}
