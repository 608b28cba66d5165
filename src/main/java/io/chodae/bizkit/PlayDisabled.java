package io.chodae.bizkit;

import io.chodae.shared.CustomerId;

/** A Private Play was switched off for everybody, in the publishing transaction. */
public record PlayDisabled(CustomerId customer, long playId) {}
