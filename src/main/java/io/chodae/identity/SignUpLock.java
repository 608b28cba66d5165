package io.chodae.identity;

import io.chodae.directory.DomainLocks;
import io.chodae.directory.LockedDomain;
import io.chodae.shared.EmailAddress;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Keeps people from making accounts on a domain that an organisation has locked. Whom that organisation has itself
 * invited may, once it is certain that the address is theirs: by the link in the mail, or by a provider's word. An
 * invitation of anybody else opens nothing.
 */
@Component
class SignUpLock {

    private final DomainLocks locks;
    private final Invitees invitees;
    private final OperatorInvitations colleagues;

    SignUpLock(DomainLocks locks, Invitees invitees, OperatorInvitations colleagues) {
        this.locks = locks;
        this.invitees = invitees;
        this.colleagues = colleagues;
    }

    /** Who has closed the way to an account with this address; empty where it is open. */
    Optional<LockedDomain> closedBy(EmailAddress email, boolean proven) {
        return locks.contactFor(email.domain()).filter(lock -> !proven || !isInvited(lock, email));
    }

    private boolean isInvited(LockedDomain lock, EmailAddress email) {
        return invitees.isInvited(lock.customer(), email) || isAskedToJoin(colleagues.open(lock.customer()), email);
    }

    private static boolean isAskedToJoin(List<OperatorInvitation> open, EmailAddress email) {
        return open.stream().anyMatch(one -> one.alive() && one.email().key().equals(email.key()));
    }
}
