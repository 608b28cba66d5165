package io.chodae.campaign;

import io.chodae.bizkit.BizKit;
import io.chodae.bizkit.Offer;
import io.chodae.invitation.Invitee;
import java.time.Instant;

/**
 * What the mail to one person of a draft is made of, as if it were sent now.
 *
 * @param version of the draft that this is taken from; to be given to {@link PreviewDraft#markSeen}
 * @param row the person's row
 * @param offer not stored: its id means nothing, and the group may not exist yet
 * @param expiresAt until when the link would be valid
 */
public record PreviewSubject(int version, DraftRow row, BizKit kit, Offer offer, Invitee invitee, Instant expiresAt) {}
