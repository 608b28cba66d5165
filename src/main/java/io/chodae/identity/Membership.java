package io.chodae.identity;

import io.chodae.shared.CustomerId;

/**
 * An account's part in a customer.
 *
 * @param customerName as of now
 */
public record Membership(CustomerId customer, String customerName, Role role) {}
