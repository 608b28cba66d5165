package io.chodae.capture;

import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import java.time.Instant;

/**
 * An unmanaged account and its invitation.
 *
 * @param mailsSent stays through a cancel
 * @param updatedAt when the state or the count last changed; of what was never sent, when the account was first seen
 */
public record UserInvitation(
        CustomerId customer, EmailAddress email, UserInvitationState state, long mailsSent, Instant updatedAt) {}
