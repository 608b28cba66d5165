package io.chodae.directory;

import io.chodae.shared.EmailAddress;
import io.chodae.shared.Language;

/**
 * An account to be written with many others.
 *
 * @param verified whether whoever brings it vouches that the address is the person's
 */
public record NewAccount(EmailAddress email, String name, Language language, boolean verified) {}
