package io.chodae.directory;

import io.chodae.shared.CustomerId;

/**
 * A customer was founded by the first administrator. Published within the founding transaction, so that rooms which
 * keep a row for each customer can write theirs in it.
 *
 * @param name the publisher's name
 */
public record CustomerFounded(CustomerId customer, String name) {}
