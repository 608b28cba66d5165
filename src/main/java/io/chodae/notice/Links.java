package io.chodae.notice;

import io.chodae.capture.TransferLinks;
import io.chodae.identity.OperatorInvitation;
import io.chodae.mail.MailSettings;
import io.chodae.mail.QueuedMail;
import io.chodae.shared.CustomerId;
import io.chodae.shared.Secrets;
import io.chodae.suppression.OptOuts;
import org.springframework.stereotype.Component;

/** Makes the links of mails, at the moment of rendering: nothing that is kept anywhere contains one. */
@Component
class Links {

    /** Stands where a token would, and can be none: the sample of a preview opens nothing. */
    private static final String SAMPLE = "preview";

    private final String base;
    private final String host;
    private final Secrets secrets;
    private final TransferLinks transfers;

    Links(MailSettings settings, Secrets secrets, TransferLinks transfers) {
        this.base = settings.publicUrl().toString();
        this.host = settings.publicUrl().getAuthority();
        this.secrets = secrets;
        this.transfers = transfers;
    }

    String invitation(CustomerId customer, long invitationId, int linkNumber) {
        return base + "/i/"
                + secrets.token("invitation", customer.value(), invitationId, linkNumber)
                        .reveal();
    }

    String transfer(CustomerId customer, long userInvitationId, int linkNumber) {
        return base + "/t/"
                + transfers.token(customer, userInvitationId, linkNumber).reveal();
    }

    String sampleTransfer() {
        return base + "/t/" + SAMPLE;
    }

    /** Where people choose another address for their account. */
    String ownAddress() {
        return base + "/me/address";
    }

    String sampleInvitation() {
        return base + "/i/" + SAMPLE;
    }

    /** By which the reader of this mail stops all of its publisher's. */
    String stopMails(QueuedMail mail) {
        return base + "/u/"
                + OptOuts.token(secrets, mail.customer(), mail.mailId()).reveal();
    }

    String sampleStopMails() {
        return base + "/u/" + SAMPLE;
    }

    String verifyEmail(long linkId) {
        return base + "/verify/" + secrets.token("verify", linkId).reveal();
    }

    String resetPassword(long linkId) {
        return base + "/reset/" + secrets.token("reset", linkId).reveal();
    }

    String changeAddress(long linkId) {
        return base + "/address/" + secrets.token("address", linkId).reveal();
    }

    String signIn() {
        return base + "/sign-in";
    }

    String join(OperatorInvitation invitation) {
        return base + "/join/"
                + secrets.token("operator", invitation.customer().value(), invitation.id(), invitation.linkNumber())
                        .reveal();
    }

    String myServices() {
        return base + "/me";
    }

    /** The page of those who asked for a new link. */
    String linkRequests() {
        return base + "/console/invitations/requests";
    }

    /** The page of one domain. */
    String domain(String name) {
        return base + "/console/domains/" + name;
    }

    /** Names this server to the reader. */
    String host() {
        return host;
    }
}
