package io.chodae.invitation;

import io.chodae.invitation.Limited.Reason;
import io.chodae.shared.CustomerId;
import io.chodae.shared.Secrets;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/**
 * How many invitations an address was sent. A day begins with the first of them. One customer at a time counts, by its
 * {@link SendingTurn}; two customers at the very same moment may go over the limit of all by what each of them sends.
 */
@Repository
public class RecipientCounts {

    private static final Duration DAY = Duration.ofDays(1);
    private static final int MAC_BYTES = 16;

    private final InvitationLimits limits;
    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final Clock clock;

    RecipientCounts(InvitationLimits limits, JdbcClient jdbc, Secrets secrets, Clock clock) {
        this.limits = limits;
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** Those of these addresses, by their keys, that may be sent nothing now. */
    public Map<String, Limited> over(CustomerId customer, Collection<String> keys) {
        if (limits.perRecipient() == 0 && limits.perRecipientOverall() == 0) {
            return Map.of();
        }
        Map<String, String> byMac =
                keys.stream().collect(Collectors.toMap(this::hex, Function.identity(), (one, same) -> one));
        Map<String, Limited> over = new HashMap<>();
        jdbc.sql("""
                        select recipient,
                               coalesce(sum(mails) filter (where customer_id = :customer), 0) as own,
                               max(since) filter (where customer_id = :customer) as own_since,
                               sum(mails) as overall,
                               max(since) as since
                        from recipient_count
                        where recipient = any (:macs::bytea[]) and since > :yesterday
                        group by recipient
                        having sum(mails) filter (where customer_id = :customer) >= :own or sum(mails) >= :overall""")
                .param("customer", customer.value())
                .param(
                        "macs",
                        byMac.keySet().stream().map(HexFormat.of()::parseHex).toArray(byte[][]::new))
                .param("yesterday", Timestamp.from(clock.instant().minus(DAY)))
                .param("own", orEndless(limits.perRecipient()))
                .param("overall", orEndless(limits.perRecipientOverall()))
                .query(row -> {
                    String key = byMac.get(HexFormat.of().formatHex(row.getBytes("recipient")));
                    if (key != null) {
                        over.put(
                                key,
                                limited(row.getInt("own"), row.getTimestamp("own_since"), row.getTimestamp("since")));
                    }
                });
        return over;
    }

    private Limited limited(int own, @Nullable Timestamp ownSince, Timestamp since) {
        return ownSince != null && own >= orEndless(limits.perRecipient())
                ? new Limited(Reason.RECIPIENT, limits.perRecipient(), end(ownSince))
                : new Limited(Reason.RECIPIENT_OVERALL, limits.perRecipientOverall(), end(since));
    }

    /** One more for each of these addresses. */
    public void count(CustomerId customer, Collection<String> keys) {
        Instant now = clock.instant();
        jdbc.sql("""
                        insert into recipient_count as c (customer_id, recipient, since, mails)
                        select :customer, t.mac, :now, 1 from unnest(:macs::bytea[]) as t (mac)
                        on conflict (customer_id, recipient) do update
                            set mails = case when c.since <= :yesterday then 1 else c.mails + 1 end,
                                since = case when c.since <= :yesterday then excluded.since else c.since end""")
                .param("customer", customer.value())
                .param("macs", keys.stream().map(this::mac).toArray(byte[][]::new))
                .param("now", Timestamp.from(now))
                .param("yesterday", Timestamp.from(now.minus(DAY)))
                .update();
    }

    /** Days that are over. */
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1H")
    void forgetOld() {
        jdbc.sql("delete from recipient_count where since < :old")
                .param("old", Timestamp.from(clock.instant().minus(DAY.multipliedBy(2))))
                .update();
    }

    private static Instant end(Timestamp since) {
        return since.toInstant().plus(DAY);
    }

    private static int orEndless(int limit) {
        return limit == 0 ? Integer.MAX_VALUE : limit;
    }

    private String hex(String key) {
        return HexFormat.of().formatHex(mac(key));
    }

    private byte[] mac(String key) {
        return Arrays.copyOf(secrets.mac("recipient", key.getBytes(StandardCharsets.UTF_8)), MAC_BYTES);
    }
}
