package io.chodae.directory;

import io.chodae.shared.EmailAddress;
import java.time.Instant;

/**
 * An address that a customer never takes back.
 *
 * @param note why, as the operator wrote it; may be empty
 */
public record KeptAddress(EmailAddress email, String note, Instant addedAt) {}
