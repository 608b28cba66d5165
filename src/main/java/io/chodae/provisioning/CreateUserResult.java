package io.chodae.provisioning;

import io.chodae.shared.EmailAddress;
import java.util.Set;

/** What came of creating a user. */
public sealed interface CreateUserResult {

    /** Nobody had the address. */
    record Created(DirectoryUser user) implements CreateUserResult {}

    /** A consumer account lost the address to the new user. */
    record Replaced(DirectoryUser user) implements CreateUserResult {}

    /** An invitation is out; the user is made when it is accepted, or after the follow-ups if the policy says so. */
    record Invited(EmailAddress email) implements CreateUserResult {}

    /** Nothing changed. */
    record Conflict(ConflictReason reason) implements CreateUserResult {}

    /** This customer manages an account of this address already; nothing changed. */
    record Exists(DirectoryUser user) implements CreateUserResult {}

    /** Nothing changed. */
    record Invalid(Set<UserFault> faults) implements CreateUserResult {

        public Invalid {
            faults = Set.copyOf(faults);
        }
    }
}
