package io.chodae.identity;

import io.chodae.shared.Language;
import org.jspecify.annotations.Nullable;

/**
 * What an external provider says of a person.
 *
 * @param issuer with {@code subject} the only lasting name of the person (OpenID Connect Core, 5.7)
 * @param emailVerified whether the provider vouches for the address
 */
public record ExternalPerson(
        String issuer,
        String subject,
        @Nullable String email,
        boolean emailVerified,
        @Nullable String name,
        Language language) {}
