package io.chodae.campaign;

import io.chodae.bizkit.BizKit;
import io.chodae.bizkit.Offer;
import io.chodae.invitation.Invitee;
import java.time.Instant;

/**
 * A test mail as it was asked for: what the person's mail would be made of, to be sent to the operator instead.
 *
 * @param offer not stored: its id means nothing
 */
public record TestMail(long id, BizKit kit, Offer offer, Invitee invitee, Instant expiresAt) {}
