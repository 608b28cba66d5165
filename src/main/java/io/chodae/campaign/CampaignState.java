package io.chodae.campaign;

/** How far the invitations of a campaign are written. Whether mails arrived is another question. */
public enum CampaignState {
    WRITING,
    WRITTEN,
    /** Writing ended early, and why is said by {@link Campaign#failure}; what was written stays sent. */
    FAILED
}
