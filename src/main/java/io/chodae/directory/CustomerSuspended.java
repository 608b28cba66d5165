package io.chodae.directory;

import io.chodae.shared.CustomerId;

/** Who runs the server has stopped a customer, in the publishing transaction: nothing of it may go out any more. */
public record CustomerSuspended(CustomerId customer) {}
