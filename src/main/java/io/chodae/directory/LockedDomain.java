package io.chodae.directory;

import io.chodae.shared.CustomerId;

/**
 * A domain on which people make no accounts by themselves.
 *
 * @param customerName of the organisation that holds and locked it
 * @param contact whom people may ask, in the organisation's words; may be empty
 */
public record LockedDomain(CustomerId customer, String customerName, String contact) {}
