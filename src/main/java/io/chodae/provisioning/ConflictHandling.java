package io.chodae.provisioning;

/** What the caller wants where a consumer account has the address of a new user. */
public enum ConflictHandling {
    /** What the customer's own {@link ConflictPolicy} says. */
    POLICY,
    /** Nothing, whatever the policy. */
    REFUSE
}
