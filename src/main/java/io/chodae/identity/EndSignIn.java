package io.chodae.identity;

import io.chodae.audit.Actor;
import io.chodae.shared.AccountId;
import io.chodae.shared.EmailAddress;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes every way to sign in from an account that ends: password, providers, mailed links, sessions, roles. */
@Component
class EndSignIn {

    private final Credentials credentials;
    private final ExternalIdentities identities;
    private final AccountLinkStore links;
    private final OwnedCustomers owned;
    private final SessionsOfAccount sessions;
    private final NoteSignIn noteSignIn;

    EndSignIn(
            Credentials credentials,
            ExternalIdentities identities,
            AccountLinkStore links,
            OwnedCustomers owned,
            SessionsOfAccount sessions,
            NoteSignIn noteSignIn) {
        this.credentials = credentials;
        this.identities = identities;
        this.links = links;
        this.owned = owned;
        this.sessions = sessions;
        this.noteSignIn = noteSignIn;
    }

    /** @param email of the account until now, for the trails of the customers that it worked for */
    @Transactional(propagation = Propagation.MANDATORY)
    public void end(AccountId account, EmailAddress email, Actor actor) {
        credentials.remove(account);
        identities.unlinkAll(account);
        links.endAll(LinkPurpose.RESET, account);
        links.endAll(LinkPurpose.VERIFY, account);
        links.endAll(LinkPurpose.ADDRESS, account);
        owned.leaveAll(account, email.value(), actor);
        sessions.end(account, null);
        noteSignIn.forget(account);
    }
}
