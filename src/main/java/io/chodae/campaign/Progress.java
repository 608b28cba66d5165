package io.chodae.campaign;

import io.chodae.invitation.InvitationState;
import java.util.Map;

/**
 * Where a campaign stands.
 *
 * @param total people who were to get a mail when "send" was pressed
 * @param written invitations written so far
 * @param skipped people passed over so far because they had enrolled in the meantime
 * @param states how many of the written invitations are in which state now; states with none are left out
 */
public record Progress(int total, int written, int skipped, CampaignState state, Map<InvitationState, Integer> states) {

    public Progress {
        states = Map.copyOf(states);
    }
}
