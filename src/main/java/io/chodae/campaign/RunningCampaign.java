package io.chodae.campaign;

import io.chodae.invitation.AtLeast;

/**
 * A campaign that still needs somebody, or goes on by itself.
 *
 * @param left people to whom nothing has gone out yet, those among them whose invitation is still to be written
 */
public record RunningCampaign(Campaign campaign, AtLeast left) {}
