package io.chodae.campaign;

/** What came of an act on a running campaign. */
public sealed interface SteerResult {

    record Done() implements SteerResult {}

    /** The campaign is in a state that knows no such act: done by somebody before, or over. */
    record NotNow(CampaignState state) implements SteerResult {}

    /** Who runs the server has stopped the publisher. */
    record PublisherSuspended() implements SteerResult {}

    /** This customer has no such campaign. */
    record Gone() implements SteerResult {}
}
