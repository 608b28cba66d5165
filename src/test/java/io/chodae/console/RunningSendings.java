package io.chodae.console;

import io.chodae.audit.Actor;
import io.chodae.bizkit.PrivatePlays;
import io.chodae.campaign.Campaign;
import io.chodae.campaign.Campaigns;
import io.chodae.campaign.Draft;
import io.chodae.campaign.DraftContent;
import io.chodae.campaign.Drafts;
import io.chodae.campaign.PreviewDraft;
import io.chodae.campaign.SaveResult;
import io.chodae.campaign.SendDraft;
import io.chodae.campaign.SendDraftResult;
import io.chodae.campaign.TargetChoice;
import io.chodae.campaign.TypedRow;
import io.chodae.shared.CustomerId;
import io.chodae.shared.Language;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sends to made-up people by the real use cases, and writes down what a relay would have said to their mails. */
@TestComponent
class RunningSendings {

    private final Drafts drafts;
    private final PreviewDraft preview;
    private final SendDraft send;
    private final Campaigns campaigns;
    private final PrivatePlays plays;
    private final JdbcClient jdbc;
    private final Clock clock;

    RunningSendings(
            Drafts drafts,
            PreviewDraft preview,
            SendDraft send,
            Campaigns campaigns,
            PrivatePlays plays,
            JdbcClient jdbc,
            Clock clock) {
        this.drafts = drafts;
        this.preview = preview;
        this.send = send;
        this.campaigns = campaigns;
        this.plays = plays;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One whose invitations are written. */
    Campaign written(CustomerId customer, int people) {
        Actor actor = Actor.system();
        List<Long> offered =
                plays.list(customer).stream().map(play -> play.id()).toList();
        DraftContent content = new DraftContent(
                "한지민",
                "help@road.example",
                "02-123-4567",
                "새 직원 서비스예요.",
                TargetChoice.UNCLASSIFIED,
                null,
                "",
                "",
                offered,
                Language.KO);
        Draft draft = drafts.open(customer, content, actor);
        List<TypedRow> rows = IntStream.rangeClosed(1, people)
                .mapToObj(i -> new TypedRow("사람 " + i, "person" + i + "@sending.example", "", "", null))
                .toList();
        Draft filled =
                ((SaveResult.Saved) drafts.replaceTyped(customer, draft.id(), draft.version(), rows, actor)).draft();
        preview.subject(customer, filled.id(), OptionalInt.empty());
        Draft seen = preview.markSeen(customer, filled.id(), filled.version()).orElseThrow();
        SendDraftResult sent = send.send(customer, seen.id(), seen.version(), actor);
        long id = ((SendDraftResult.Started) sent).campaignId();
        return Awaitility.await()
                .until(() -> campaigns.find(customer, id).orElseThrow(), campaign -> campaign.written() == people);
    }

    /** So many mails that wait become this, with these words of the server. */
    void become(Campaign campaign, int mails, String state, String reply) {
        jdbc.sql("""
                        update mail set state = :state, last_reply = :reply, attempts = 1,
                            sent_at = case when :state = 'sent' then cast(:now as timestamptz) end
                        where customer_id = :customer and mail_id in (
                            select mail_id from mail
                            where customer_id = :customer and kind = 'invitation' and batch_id = :offer
                              and state in ('queued', 'held')
                            order by mail_id
                            limit :mails)""")
                .param("state", state)
                .param("reply", reply)
                .param("now", Timestamp.from(clock.instant()))
                .param("customer", campaign.customer().value())
                .param("offer", campaign.offerId())
                .param("mails", mails)
                .update();
    }
}
