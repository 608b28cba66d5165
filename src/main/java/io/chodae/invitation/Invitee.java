package io.chodae.invitation;

import io.chodae.shared.EmailAddress;
import io.chodae.shared.Language;
import org.jspecify.annotations.Nullable;

/** A person to be invited, checked already. */
public record Invitee(
        EmailAddress email,
        String name,
        @Nullable String phone,
        @Nullable String extraInfo,
        Language language) {}
