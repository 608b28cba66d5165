package io.chodae.capture;

import io.chodae.audit.Actor;
import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import java.util.List;

/** Invitations were taken back, in the publishing transaction. */
public record UserInvitationsCanceled(CustomerId customer, List<EmailAddress> emails, Actor actor) {

    public UserInvitationsCanceled {
        emails = List.copyOf(emails);
    }
}
