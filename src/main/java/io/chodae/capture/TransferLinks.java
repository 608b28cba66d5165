package io.chodae.capture;

import io.chodae.shared.CustomerId;
import io.chodae.shared.LinkToken;
import io.chodae.shared.Secrets;
import org.springframework.stereotype.Component;

/** Makes the token of a user invitation's link: for its hash when it is given out, and when its mail is written. */
@Component
public class TransferLinks {

    private final Secrets secrets;

    /** For the tests of rooms that write links. */
    public TransferLinks(Secrets secrets) {
        this.secrets = secrets;
    }

    /** The token of this link of this invitation; the same at every call. */
    public LinkToken token(CustomerId customer, long userInvitationId, int linkNumber) {
        return secrets.token("user-invitation", customer.value(), userInvitationId, linkNumber);
    }
}
