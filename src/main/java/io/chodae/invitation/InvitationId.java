package io.chodae.invitation;

import io.chodae.shared.CustomerId;

/** An invitation of one customer. */
public record InvitationId(CustomerId customer, long value) {}
