package io.chodae.identity;

import io.chodae.shared.AccountId;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The links that verify an address or reset a password, for the room that mails them. */
@Component
public class MailedLinks {

    private final AccountLinkStore links;

    MailedLinks(AccountLinkStore links) {
        this.links = links;
    }

    /**
     * @param alive neither used nor expired nor replaced; a mail for a dead link need not go out
     */
    public record MailedLink(long linkId, AccountId account, Instant expiresAt, boolean alive) {}

    /** What stands behind these link ids; ids that are unknown are left out. */
    public Map<Long, MailedLink> byIds(Collection<Long> linkIds) {
        return links.byIds(linkIds);
    }
}
