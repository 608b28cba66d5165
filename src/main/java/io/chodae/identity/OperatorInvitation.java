package io.chodae.identity;

import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import io.chodae.shared.Language;
import java.time.Instant;

/**
 * A colleague who was asked to join a customer and has not yet.
 *
 * @param customerName as of now
 * @param linkNumber which link was mailed last; only that one works
 * @param invitedBy address of whoever sent it last
 * @param alive whether the last link still works
 */
public record OperatorInvitation(
        CustomerId customer,
        String customerName,
        long id,
        EmailAddress email,
        Role role,
        Language language,
        int linkNumber,
        String invitedBy,
        Instant sentAt,
        Instant expiresAt,
        boolean alive) {}
