package io.chodae.notice;

import io.chodae.bizkit.Offer;
import io.chodae.bizkit.PrivatePlay;
import java.util.List;
import java.util.Objects;

/**
 * What an invitation offers, as a mail tells it. Parts that a draft does not have yet are empty.
 *
 * @param reason may name the fields of {@link io.chodae.shared.FieldText}
 * @param groupName empty for unclassified people
 * @param plays the group's or the chosen ones; disabled ones are not shown
 */
public record InvitationContent(
        String inviterName,
        String contactEmail,
        String contactPhone,
        String reason,
        String groupName,
        List<PrivatePlay> plays) {

    public InvitationContent {
        plays = List.copyOf(plays);
    }

    /** The content of invitations that are being sent. */
    public static InvitationContent of(Offer offer) {
        return new InvitationContent(
                offer.inviterName(),
                offer.contactEmail(),
                offer.contactPhone(),
                offer.reason(),
                Objects.requireNonNullElse(offer.groupName(), ""),
                offer.plays());
    }
}
