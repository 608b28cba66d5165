package io.chodae.identity;

import io.chodae.directory.AccountEvicted;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Whoever lost an address is signed out everywhere, in the same transaction: the next sign-in asks for another one. */
@Component
class SignOutEvicted {

    private final SessionsOfAccount sessions;
    private final AccountLinkStore links;

    SignOutEvicted(SessionsOfAccount sessions, AccountLinkStore links) {
        this.sessions = sessions;
        this.links = links;
    }

    @EventListener
    void on(AccountEvicted evicted) {
        links.endAll(LinkPurpose.RESET, evicted.account());
        links.endAll(LinkPurpose.VERIFY, evicted.account());
        links.endAll(LinkPurpose.ADDRESS, evicted.account());
        sessions.end(evicted.account(), null);
    }
}
