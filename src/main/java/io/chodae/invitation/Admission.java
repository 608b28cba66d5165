package io.chodae.invitation;

import io.chodae.shared.AccountId;
import io.chodae.shared.EmailAddress;
import java.util.Optional;

/**
 * What a feature does and checks inside the accepting transaction, after the invitation was won: enrolment, seats,
 * transfer. A refusal rolls everything back.
 */
public interface Admission {

    /**
     * Lets the person in.
     *
     * @param invitation accepted already, within this transaction
     * @param accountEmail the account's own address; {@code ownsAddress} says whether it was proven before. Having the
     *     invitation's link proves the invited address.
     * @return why not, or empty
     */
    Optional<Refusal> admit(Invitation invitation, AccountId account, EmailAddress accountEmail, boolean ownsAddress);
}
