package io.chodae.identity;

import io.chodae.audit.Actor;
import io.chodae.shared.CustomerId;

/**
 * For whom the holder of a directory token calls.
 *
 * @param actor the token by its name, for the audit trail
 */
public record DirectoryCaller(CustomerId customer, Actor actor) {}
