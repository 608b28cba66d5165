package io.chodae.directory;

import io.chodae.shared.CustomerId;

/**
 * A publisher or an organisation.
 *
 * @param externalId {@code C} and eight characters of 0-9 and a-z; what people and clients see
 * @param name as invited people read it
 */
public record Customer(CustomerId id, String externalId, String name) {}
