package io.chodae.invitation;

import io.chodae.shared.CustomerId;
import io.chodae.shared.LikePattern;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** A query as conditions on the table {@code invitation i}, with their parameters; {@code customer} and {@code now} among them. */
final class Narrowing {

    private final StringBuilder where = new StringBuilder("i.customer_id = :customer");
    private final Map<String, Object> params = new HashMap<>();

    /** Everything that the query says but for state and page. The offer is asked for as its index has it. */
    Narrowing(InvitationQuery query, CustomerId customer, Instant now) {
        params.put("customer", customer.value());
        params.put("now", Timestamp.from(now));
        query.offerId().ifPresent(offer -> and("(i.offer_id + 0) = :offer", "offer", offer));
        query.offered()
                .ifPresent(offers -> and(
                        "(i.offer_id = any(:offered) and i.moved_offer_id is null or i.moved_offer_id = any(:offered))",
                        "offered",
                        offers.toArray(Long[]::new)));
        query.sentFrom().ifPresent(from -> and("i.sent_at >= :sent_from", "sent_from", Timestamp.from(from)));
        query.sentBefore().ifPresent(before -> and("i.sent_at < :sent_before", "sent_before", Timestamp.from(before)));
        query.endsFrom().ifPresent(from -> and("i.expires_at >= :ends_from", "ends_from", Timestamp.from(from)));
        query.endsBefore()
                .ifPresent(before -> and("i.expires_at < :ends_before", "ends_before", Timestamp.from(before)));
        query.mail().ifPresent(mail -> {
            where.append(" and ").append(mail.sql());
            params.putAll(mail.params());
        });
        if (!query.text().isBlank()) {
            and("""
                    (lower(i.email) like :text or i.email_key like :text or lower(i.name) like :text
                          or i.phone like :digits)""", "text", LikePattern.contains(query.text()));
            params.put("digits", LikePattern.inDigits(query.text()));
        }
    }

    /** Only those that people see in this state. */
    Narrowing in(InvitationState state) {
        and(condition(state), "state", state.name());
        return this;
    }

    /** The same, where few are asked for by their mails: said so that each is looked up and no index of states is read. */
    Narrowing met(InvitationState state) {
        and("(" + condition(state) + ") is true", "state", state.name());
        return this;
    }

    void and(String condition, String name, Object value) {
        where.append(" and ").append(condition);
        params.put(name, value);
    }

    void put(String name, Object value) {
        params.put(name, value);
    }

    String where() {
        return where.toString();
    }

    Map<String, Object> params() {
        return params;
    }

    /** The state as people see it, said so that the index on the stored state helps. */
    static String condition(InvitationState state) {
        return switch (state) {
            case INVITED -> "i.state = :state and i.expires_at > :now";
            case EXPIRED -> "(i.state = :state or (i.state = 'INVITED' and i.expires_at <= :now))";
            case NOT_YET_SENT, ACCEPTED, DECLINED -> "i.state = :state";
        };
    }
}
