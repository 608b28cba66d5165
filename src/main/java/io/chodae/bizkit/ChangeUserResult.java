package io.chodae.bizkit;

import java.util.List;

/** How changing an enrolled user ended. */
public sealed interface ChangeUserResult {

    /** Stored. */
    record Saved() implements ChangeUserResult {}

    /** Nothing was stored. */
    record Faults(List<Fault> faults) implements ChangeUserResult {}

    /** Nobody of this customer, or somebody who left. */
    record Gone() implements ChangeUserResult {}
}
