package io.chodae.campaign;

import io.chodae.shared.CustomerId;
import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The choices about people with a pending invitation; callers that write hold the draft's lock. */
@Repository
class ChoiceStore {

    private final JdbcClient jdbc;

    ChoiceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    AgainChoices load(CustomerId customer, long draftId) {
        Set<String> again = new HashSet<>();
        Set<String> skip = new HashSet<>();
        jdbc.sql("""
                        select email_key, again from draft_choice
                        where customer_id = :customer and draft_id = :draft""")
                .param("customer", customer.value())
                .param("draft", draftId)
                .query(rs -> {
                    (rs.getBoolean("again") ? again : skip).add(rs.getString("email_key"));
                });
        return new AgainChoices(everybody(customer, draftId), again, skip);
    }

    /** For everybody, whatever was said of one person before. */
    void choose(CustomerId customer, long draftId, boolean again) {
        jdbc.sql("delete from draft_choice where customer_id = :customer and draft_id = :draft")
                .param("customer", customer.value())
                .param("draft", draftId)
                .update();
        jdbc.sql("update draft set again = :again where customer_id = :customer and draft_id = :draft")
                .param("again", again)
                .param("customer", customer.value())
                .param("draft", draftId)
                .update();
    }

    void choose(CustomerId customer, long draftId, String emailKey, boolean again) {
        jdbc.sql("""
                        insert into draft_choice (customer_id, draft_id, email_key, again)
                        values (:customer, :draft, :key, :again)
                        on conflict (customer_id, draft_id, email_key) do update set again = excluded.again""")
                .param("customer", customer.value())
                .param("draft", draftId)
                .param("key", emailKey)
                .param("again", again)
                .update();
    }

    private boolean everybody(CustomerId customer, long draftId) {
        return jdbc.sql("select again from draft where customer_id = :customer and draft_id = :draft")
                .param("customer", customer.value())
                .param("draft", draftId)
                .query(Boolean.class)
                .single();
    }
}
