package io.chodae.identity;

import java.util.List;

/** What came of saving a profile. */
public sealed interface ProfileResult {

    record Saved() implements ProfileResult {}

    record Invalid(List<FormFault> faults) implements ProfileResult {}
}
