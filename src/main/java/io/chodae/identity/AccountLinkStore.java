package io.chodae.identity;

import io.chodae.identity.MailedLinks.MailedLink;
import io.chodae.shared.AccountId;
import io.chodae.shared.LinkToken;
import io.chodae.shared.Secrets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Single-use links. The table holds hashes alone; the token is derived again from the link's id where it is mailed. */
@Repository
class AccountLinkStore {

    private static final String ALIVE = """
             where token_hash = :hash and purpose = :purpose and used_at is null
               and (expires_at is null or expires_at > :now)
            """;

    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final Clock clock;

    AccountLinkStore(JdbcClient jdbc, Secrets secrets, Clock clock) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** Writes a new link in the caller's transaction and gives its id. */
    long issue(LinkPurpose purpose, @Nullable AccountId account) {
        long linkId =
                jdbc.sql("select nextval('account_link_id')").query(Long.class).single();
        Instant now = clock.instant();
        Duration lifetime = purpose.lifetime();
        jdbc.sql("""
                        insert into account_link (purpose, link_id, account_id, token_hash, created_at, expires_at)
                        values (:purpose, :linkId, :account, :hash, :now, :expiresAt)
                        """)
                .param("purpose", purpose.word())
                .param("linkId", linkId)
                .param("account", account == null ? null : account.value())
                .param("hash", token(purpose, linkId).hash())
                .param("now", Timestamp.from(now))
                .param("expiresAt", lifetime == null ? null : Timestamp.from(now.plus(lifetime)))
                .update();
        return linkId;
    }

    LinkToken token(LinkPurpose purpose, long linkId) {
        return secrets.token(purpose.word(), linkId);
    }

    boolean isAlive(LinkPurpose purpose, LinkToken token) {
        return jdbc.sql("""
                        select 1
                          from account_link
                        """ + ALIVE)
                .param("hash", token.hash())
                .param("purpose", purpose.word())
                .param("now", Timestamp.from(clock.instant()))
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Whose link it is, while it is alive. Changes nothing. */
    Optional<AccountId> owner(LinkPurpose purpose, LinkToken token) {
        return jdbc.sql("""
                        select account_id
                          from account_link
                        """ + ALIVE)
                .param("hash", token.hash())
                .param("purpose", purpose.word())
                .param("now", Timestamp.from(clock.instant()))
                .query(Long.class)
                .optional()
                .map(AccountId::new);
    }

    /** Uses a link up. True for exactly one caller, and only while the link is alive. */
    boolean use(LinkPurpose purpose, LinkToken token) {
        return jdbc.sql("""
                        update account_link
                           set used_at = :now
                        """ + ALIVE)
                        .param("hash", token.hash())
                        .param("purpose", purpose.word())
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    /** Ends what is left of this purpose: an account's other links, or every link that belongs to no account. */
    void endAll(LinkPurpose purpose, @Nullable AccountId account) {
        jdbc.sql("""
                        update account_link
                           set used_at = :now
                         where purpose = :purpose and account_id is not distinct from cast(:account as bigint)
                           and used_at is null
                        """)
                .param("purpose", purpose.word())
                .param("account", account == null ? null : account.value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    Map<Long, MailedLink> byIds(Collection<Long> linkIds) {
        if (linkIds.isEmpty()) {
            return Map.of();
        }
        Instant now = clock.instant();
        List<MailedLink> found = jdbc.sql("""
                        select link_id, account_id, expires_at, used_at is null as unused
                          from account_link
                         where link_id in (:ids) and account_id is not null and expires_at is not null
                        """)
                .param("ids", linkIds)
                .query((row, number) -> {
                    Instant expiresAt = row.getTimestamp("expires_at").toInstant();
                    return new MailedLink(
                            row.getLong("link_id"),
                            new AccountId(row.getLong("account_id")),
                            expiresAt,
                            row.getBoolean("unused") && expiresAt.isAfter(now));
                })
                .list();
        return found.stream().collect(Collectors.toMap(MailedLink::linkId, Function.identity()));
    }
}
