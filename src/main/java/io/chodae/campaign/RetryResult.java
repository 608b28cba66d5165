package io.chodae.campaign;

/** What came of trying failed mails again. */
public sealed interface RetryResult {

    /** @param mails that are tried again; none where nothing had failed any more */
    record Retried(int mails) implements RetryResult {}

    /** The campaign is in a state that knows no such act. */
    record NotNow(CampaignState state) implements RetryResult {}

    /** This customer has no such campaign. */
    record Gone() implements RetryResult {}
}
