package io.chodae.identity;

import io.chodae.shared.AccountId;
import java.time.Instant;

/** Somebody who works for a customer, as colleagues see them. */
public record Colleague(AccountId account, String name, String email, Role role, Instant since) {}
