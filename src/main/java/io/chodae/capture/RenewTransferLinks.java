package io.chodae.capture;

import io.chodae.capture.Standings.Listed;
import io.chodae.capture.TransferPlan.Next;
import io.chodae.capture.TransferRulesStore.Ruled;
import io.chodae.shared.CustomerId;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Gives locked rows a new link each; the old ones still tell that there is a newer one. */
@Repository
class RenewTransferLinks {

    private final JdbcClient jdbc;
    private final TransferLinks links;
    private final TransferRulesStore rules;
    private final Clock clock;

    RenewTransferLinks(JdbcClient jdbc, TransferLinks links, TransferRulesStore rules, Clock clock) {
        this.jdbc = jdbc;
        this.links = links;
        this.rules = rules;
        this.clock = clock;
    }

    /** With a new link the clock begins anew. */
    List<UserInvitation> renew(CustomerId customer, List<Listed> rows) {
        Ruled ruled = rules.of(customer);
        Instant shown = ruled.shows(clock.instant());
        TransferClock begun = TransferClock.begun(ruled.rules(), shown);
        Long[] ids = rows.stream().map(Listed::id).toArray(Long[]::new);
        jdbc.sql("""
                        insert into retired_user_link (link_hash, customer_id, user_invitation_id)
                        select link_hash, customer_id, user_invitation_id from user_invitation
                        where customer_id = :customer and user_invitation_id = any(:ids) and link_hash is not null
                        """).param("customer", customer.value()).param("ids", ids).update();
        return jdbc.sql("""
                        update user_invitation u
                        set state = 'INVITED', mails_sent = u.mails_sent + 1, link_number = t.number,
                            link_hash = t.hash, sent_at = :now, ended_at = null, decline_reason = null,
                            updated_at = :now, follow_ups = 0, mailed_at = :shown, told_at = :shown, told = :told,
                            told_number = 0, deadline_at = :deadline, notice_number = null, notice_told = null,
                            evict_at = null, mail_lost = false, next_due_at = :due
                        from unnest(:ids::bigint[], :numbers::int[], :hashes::bytea[]) as t (id, number, hash)
                        where u.customer_id = :customer and u.user_invitation_id = t.id
                        returning
                        """ + UserInvitationRows.COLUMNS)
                .param("customer", customer.value())
                .param("ids", ids)
                .param("numbers", rows.stream().map(row -> row.linkNumber() + 1).toArray(Integer[]::new))
                .param(
                        "hashes",
                        rows.stream()
                                .map(row -> links.token(customer, row.id(), row.linkNumber() + 1)
                                        .hash())
                                .toArray(byte[][]::new))
                .param("now", Timestamp.from(clock.instant()))
                .param("shown", Timestamp.from(shown))
                .param("told", begun.told() == null ? null : begun.told().name(), Types.VARCHAR)
                .param(
                        "deadline",
                        time(begun.deadline() == null ? null : begun.deadline().at()),
                        Types.TIMESTAMP)
                .param(
                        "due",
                        time(TransferPlan.next(ruled.rules(), begun, shown)
                                .map(Next::at)
                                .orElse(null)),
                        Types.TIMESTAMP)
                .query(UserInvitationRows::read)
                .list();
    }

    private static @Nullable Timestamp time(@Nullable Instant time) {
        return time == null ? null : Timestamp.from(time);
    }
}
