package io.chodae.campaign;

import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.invitation.Invitee;
import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;
import io.chodae.shared.Language;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sends one person's mail to the operator who asks, and to nobody else. Its link accepts nothing. */
@Component
public class SendTestMail {

    private static final int LIMIT = 10;
    private static final Duration WINDOW = Duration.ofHours(1);
    private static final Duration KEPT = Duration.ofDays(7);

    private final DraftStore drafts;
    private final PreviewDraft preview;
    private final DraftJson json;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final Clock clock;

    SendTestMail(
            DraftStore drafts,
            PreviewDraft preview,
            DraftJson json,
            AuditTrail audit,
            ApplicationEventPublisher events,
            JdbcClient jdbc,
            Clock clock) {
        this.drafts = drafts;
        this.preview = preview;
        this.json = json;
        this.audit = audit;
        this.events = events;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param rowNo the person; empty for the first who would get a mail
     * @param language of the mail; empty for the person's own
     * @param operator whose address it goes to
     */
    @Transactional
    public TestMailResult send(
            CustomerId customer,
            long draftId,
            OptionalInt rowNo,
            Optional<Language> language,
            AccountId operator,
            Actor actor) {
        if (drafts.lock(customer, draftId).filter(stored -> !stored.sent()).isEmpty()) {
            return new TestMailResult.Gone();
        }
        Optional<PreviewSubject> subject = preview.subject(customer, draftId, rowNo);
        if (subject.isEmpty()) {
            return new TestMailResult.NobodyToShow();
        }
        List<Instant> sent = sent(operator);
        if (sent.size() >= LIMIT) {
            return new TestMailResult.TooMany(LIMIT, sent.get(LIMIT - 1).plus(WINDOW));
        }
        Invitee invitee = subject.get().invitee();
        Language wanted = language.orElse(invitee.language());
        long id = insert(customer, draftId, operator, invitee, wanted);
        audit.record(
                customer, actor, "draft.testMail", "draft", String.valueOf(draftId), Map.of("language", wanted.tag()));
        events.publishEvent(new TestMailRequested(customer, draftId, id, operator, wanted));
        return new TestMailResult.Sent();
    }

    /** Within the window, the latest first. The lock makes two presses at once count as two. */
    private List<Instant> sent(AccountId operator) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('test-mail', :account))")
                .param("account", operator.value())
                .query((rs, row) -> row)
                .list();
        return jdbc.sql("""
                        select requested_at from test_mail
                        where account_id = :account and requested_at > :since
                        order by requested_at desc""")
                .param("account", operator.value())
                .param("since", Timestamp.from(clock.instant().minus(WINDOW)))
                .query((rs, row) -> rs.getTimestamp("requested_at").toInstant())
                .list();
    }

    private long insert(CustomerId customer, long draftId, AccountId operator, Invitee invitee, Language language) {
        Instant now = clock.instant();
        jdbc.sql("delete from test_mail where customer_id = :customer and requested_at < :old")
                .param("customer", customer.value())
                .param("old", Timestamp.from(now.minus(KEPT)))
                .update();
        return jdbc.sql("""
                        insert into test_mail (customer_id, draft_id, account_id, content, to_name, to_email, language,
                            requested_at)
                        values (:customer, :draft, :account, :content::jsonb, :name, :email, :language, :now)
                        returning test_id""")
                .param("customer", customer.value())
                .param("draft", draftId)
                .param("account", operator.value())
                .param(
                        "content",
                        json.write(drafts.find(customer, draftId)
                                .orElseThrow()
                                .draft()
                                .content()))
                .param("name", invitee.name())
                .param("email", invitee.email().value())
                .param("language", language.name())
                .param("now", Timestamp.from(now))
                .query(Long.class)
                .single();
    }
}
