package io.chodae.campaign;

import io.chodae.mail.MailBatch;
import java.util.List;

/** How the mails of a campaign are called in the outbox: the invitations to its offer are one batch, the reminders another. */
final class CampaignMails {

    static final String KIND = "invitation";
    private static final String REMINDERS = "reminder";

    private CampaignMails() {}

    static MailBatch of(Campaign campaign) {
        return new MailBatch(campaign.customer(), KIND, campaign.offerId());
    }

    /** With the reminders: both stop and go on together. */
    static List<MailBatch> all(Campaign campaign) {
        return List.of(of(campaign), new MailBatch(campaign.customer(), REMINDERS, campaign.offerId()));
    }
}
