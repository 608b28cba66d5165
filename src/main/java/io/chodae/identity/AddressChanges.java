package io.chodae.identity;

import io.chodae.shared.AccountId;
import io.chodae.shared.EmailAddress;
import io.chodae.shared.LinkToken;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The addresses that people asked for and have yet to prove; an account has one live link at most. */
@Repository
class AddressChanges {

    private final JdbcClient jdbc;
    private final AccountLinkStore links;
    private final Clock clock;

    AddressChanges(JdbcClient jdbc, AccountLinkStore links, Clock clock) {
        this.jdbc = jdbc;
        this.links = links;
        this.clock = clock;
    }

    /** Writes the wish in the caller's transaction; links of earlier ones die. Gives the link's id. */
    long ask(AccountId account, EmailAddress address) {
        links.endAll(LinkPurpose.ADDRESS, account);
        long linkId = links.issue(LinkPurpose.ADDRESS, account);
        jdbc.sql("insert into address_change (link_id, email, email_key) values (:link, :email, :key)")
                .param("link", linkId)
                .param("email", address.value())
                .param("key", address.key())
                .update();
        return linkId;
    }

    /** The wish whose link is alive. */
    Optional<EmailAddress> waiting(AccountId account) {
        return jdbc.sql("""
                        select c.email, c.email_key
                          from address_change c
                          join account_link l using (link_id)
                         where l.account_id = :account and l.used_at is null and l.expires_at > :now
                         order by l.link_id desc
                         limit 1
                        """)
                .param("account", account.value())
                .param("now", Timestamp.from(clock.instant()))
                .query((row, number) -> new EmailAddress(row.getString("email"), row.getString("email_key")))
                .optional();
    }

    record Asked(long linkId, EmailAddress address) {}

    /** The wish behind a live link of this very account. Changes nothing. */
    Optional<Asked> asked(AccountId account, LinkToken token) {
        return links.owner(LinkPurpose.ADDRESS, token)
                .filter(account::equals)
                .flatMap(owner -> jdbc.sql("""
                                select c.link_id, c.email, c.email_key
                                  from address_change c
                                  join account_link l using (link_id)
                                 where l.token_hash = :hash
                                """)
                        .param("hash", token.hash())
                        .query((row, number) -> new Asked(
                                row.getLong("link_id"),
                                new EmailAddress(row.getString("email"), row.getString("email_key"))))
                        .optional());
    }
}
