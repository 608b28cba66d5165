package io.chodae.identity;

import io.chodae.shared.AccountId;
import io.chodae.shared.EmailAddress;

/**
 * An account's person has another address, in the transaction that wrote it.
 *
 * @param before where the person was reached until now
 * @param changeNumber no two changes share one
 */
public record AddressChanged(AccountId account, EmailAddress before, long changeNumber) {}
