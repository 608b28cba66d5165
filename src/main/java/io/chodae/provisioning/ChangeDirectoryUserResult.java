package io.chodae.provisioning;

import java.util.Set;

/** What came of changing a user; all of it or nothing is done. */
public sealed interface ChangeDirectoryUserResult {

    record Changed(DirectoryUser user) implements ChangeDirectoryUserResult {}

    /** It was so already. */
    record Unchanged(DirectoryUser user) implements ChangeDirectoryUserResult {}

    /** No account that this customer manages. */
    record NotFound() implements ChangeDirectoryUserResult {}

    /** Somebody changed it since the version that was named; as it is now. */
    record Stale(DirectoryUser user) implements ChangeDirectoryUserResult {}

    record Invalid(Set<UserFault> faults) implements ChangeDirectoryUserResult {

        public Invalid {
            faults = Set.copyOf(faults);
        }
    }

    /** Suspended, the account would leave some customer without an owner. */
    record LastOwner() implements ChangeDirectoryUserResult {}

    /** The account may do more than the one who acts, who by this change could become its person. */
    record NotYours() implements ChangeDirectoryUserResult {}
}
