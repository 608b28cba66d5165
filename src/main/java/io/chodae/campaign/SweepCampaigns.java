package io.chodae.campaign;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import io.chodae.campaign.SteeringStore.Watched;
import io.chodae.invitation.Invitation;
import io.chodae.invitation.InvitationQuery;
import io.chodae.invitation.InvitationState;
import io.chodae.invitation.Invitations;
import io.chodae.invitation.TellAgain;
import io.chodae.mail.Deliveries;
import io.chodae.mail.MailBatch;
import io.chodae.shared.CustomerId;
import io.chodae.shared.Slice;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds campaigns that nobody works at although they are not at their end, and people who are invited and have no mail.
 * Neither can come about by itself, since both halves are one transaction; a restored backup or a hand in the database
 * can part them. What it does stands in the log and in a counter.
 */
@Component
class SweepCampaigns {

    private static final Logger log = LoggerFactory.getLogger(SweepCampaigns.class);
    private static final int PAGE = 200;

    private final SteeringStore campaigns;
    private final Invitations invitations;
    private final TellAgain tellAgain;
    private final Deliveries deliveries;
    private final SchedulerClient timers;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final MeterRegistry meters;

    SweepCampaigns(
            SteeringStore campaigns,
            Invitations invitations,
            TellAgain tellAgain,
            Deliveries deliveries,
            SchedulerClient timers,
            JdbcClient jdbc,
            Clock clock,
            MeterRegistry meters) {
        this.campaigns = campaigns;
        this.invitations = invitations;
        this.tellAgain = tellAgain;
        this.deliveries = deliveries;
        this.timers = timers;
        this.jdbc = jdbc;
        this.clock = clock;
        this.meters = meters;
    }

    void sweep() {
        for (Watched watched : campaigns.watched()) {
            Campaign campaign = watched.campaign();
            switch (campaign.state()) {
                case WRITING -> {
                    wind(campaign, CampaignTask.WRITE);
                    makeUp(campaign);
                }
                case CANCELED -> wind(campaign, CampaignTask.CANCEL);
                case WRITTEN, FAILED, PAUSED -> makeUp(campaign);
                case SCHEDULED -> {}
            }
        }
    }

    private void wind(Campaign campaign, String task) {
        if (!isDriven(campaign, task)) {
            boolean wound = timers.scheduleIfNotExists(CampaignTask.again(campaign, task), clock.instant());
            say("timer", campaign, wound ? 1 : 0, "campaign {} of customer {} had no timer and has {} now");
        }
    }

    private boolean isDriven(Campaign campaign, String task) {
        String id = CampaignTask.id(campaign.customer(), campaign.id());
        return jdbc.sql("""
                        select exists (select 1 from scheduled_tasks
                                       where task_name = :task
                                         and (task_instance = :id or starts_with(task_instance, :id || ':')))""")
                .param("task", task)
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /** Counting is quick, and nearly always enough. */
    private void makeUp(Campaign campaign) {
        CustomerId customer = campaign.customer();
        MailBatch batch = CampaignMails.of(campaign);
        int invited = invitations.countsOf(customer, campaign.offerId()).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
        if (deliveries.countSubjects(batch) >= invited) {
            return;
        }
        int madeUp = 0;
        Optional<String> after = Optional.empty();
        do {
            Slice<Invitation> slice = invitations.search(
                    new InvitationQuery(
                            "", Optional.of(InvitationState.INVITED), OptionalLong.of(campaign.offerId()), after, PAGE),
                    customer);
            List<Long> ids = slice.items().stream().map(one -> one.id().value()).toList();
            Set<Long> mailed = deliveries.latestFor(customer, batch.kind(), ids).keySet();
            madeUp += tellAgain.tell(
                    customer,
                    campaign.offerId(),
                    ids.stream().filter(id -> !mailed.contains(id)).toList());
            after = slice.next();
        } while (after.isPresent());
        say("mail", campaign, madeUp, "campaign {} of customer {}: {} invited people had no mail and get one");
    }

    private void say(String what, Campaign campaign, int count, String sentence) {
        meters.counter("chodae.sweep.repaired", "what", what).increment(count);
        if (count > 0) {
            log.warn(sentence, campaign.id(), campaign.customer().value(), count);
        }
    }
}
