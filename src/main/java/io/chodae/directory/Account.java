package io.chodae.directory;

import io.chodae.shared.AccountId;
import io.chodae.shared.EmailAddress;
import io.chodae.shared.Language;

/**
 * A person's account.
 *
 * @param emailVerified whether the person has shown to receive mail at the address
 * @param disabled whether signing in is closed
 */
public record Account(
        AccountId id, EmailAddress email, String name, Language language, boolean emailVerified, boolean disabled) {}
