package io.chodae.invitation;

import io.chodae.shared.LinkToken;
import io.chodae.shared.Secrets;
import org.springframework.stereotype.Component;

/**
 * Makes the token of an invitation's link: for its hash when a link is given out, and again when its mail is rendered.
 */
@Component
public class LinkSecrets {

    private final Secrets secrets;

    LinkSecrets(Secrets secrets) {
        this.secrets = secrets;
    }

    /** The token of this link of this invitation; the same at every call. */
    public LinkToken token(InvitationId id, int linkNumber) {
        return secrets.token("invitation", id.customer().value(), id.value(), linkNumber);
    }
}
