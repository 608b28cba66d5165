package io.chodae.identity;

import io.chodae.shared.AccountId;
import io.chodae.shared.EmailAddress;

/**
 * Published in the transaction that wrote the link.
 *
 * @param address to be proven, and where the mail goes
 * @param linkId the link's token is {@code secrets.token("address", linkId)}; page {@code /address/{token}}
 */
public record AddressChangeRequested(AccountId account, EmailAddress address, long linkId) {}
