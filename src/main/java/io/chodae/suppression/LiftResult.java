package io.chodae.suppression;

/** What came of lifting a suppression. */
public sealed interface LiftResult {

    /** Mails go to this address again. */
    record Lifted(String email) implements LiftResult {}

    /** Refused: whoever reads that address asked not to be written to. */
    record OwnWish(String email) implements LiftResult {}

    /** This customer has no such suppression, or somebody else lifted it at this moment. */
    record Gone() implements LiftResult {}
}
