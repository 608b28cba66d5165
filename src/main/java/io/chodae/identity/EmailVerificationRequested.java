package io.chodae.identity;

import io.chodae.shared.AccountId;

/**
 * Published in the transaction that wrote the link.
 *
 * @param linkId the link's token is {@code secrets.token("verify", linkId)}; page {@code /verify/{token}}
 */
public record EmailVerificationRequested(AccountId account, long linkId) {}
