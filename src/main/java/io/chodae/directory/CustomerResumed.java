package io.chodae.directory;

import io.chodae.shared.CustomerId;

/** Who runs the server lets a stopped customer go on, in the publishing transaction. */
public record CustomerResumed(CustomerId customer) {}
