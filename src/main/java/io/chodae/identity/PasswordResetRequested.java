package io.chodae.identity;

import io.chodae.shared.AccountId;

/**
 * Published in the transaction that wrote the link.
 *
 * @param linkId the link's token is {@code secrets.token("reset", linkId)}; page {@code /reset/{token}}
 */
public record PasswordResetRequested(AccountId account, long linkId) {}
