package io.chodae.campaign;

import io.chodae.mail.MailBatch;

/** How the mails of a campaign are called in the outbox: the invitations to its offer are one batch. */
final class CampaignMails {

    static final String KIND = "invitation";

    private CampaignMails() {}

    static MailBatch of(Campaign campaign) {
        return new MailBatch(campaign.customer(), KIND, campaign.offerId());
    }
}
