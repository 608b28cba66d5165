package io.chodae.invitation;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What to list of a customer's invitations, newest first.
 *
 * @param text part of the name, the e-mail or the phone; empty for all
 * @param state as people see it; empty for all
 * @param offerId of one campaign; empty for all
 * @param after where the slice before ended
 */
public record InvitationQuery(
        String text, Optional<InvitationState> state, OptionalLong offerId, Optional<String> after, int limit) {}
