package io.chodae.console;

import io.chodae.campaign.Drafts;
import io.chodae.campaign.RunningCampaign;
import io.chodae.campaign.Schedules;
import io.chodae.invitation.AtLeast;
import io.chodae.invitation.CountInvitations;
import io.chodae.invitation.InvitationState;
import io.chodae.invitation.LinkRequests;
import io.chodae.mail.DeliveryState;
import io.chodae.shared.CustomerId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What waits for an operator, as numbers that lead to it. Each is counted by what the page behind it shows. */
@Component
class OverviewNeeds {

    private final Drafts drafts;
    private final Schedules schedules;
    private final CountInvitations count;
    private final InvitationQueries queries;
    private final LinkRequests linkRequests;
    private final Clock clock;
    private final ZoneId zone;

    OverviewNeeds(
            Drafts drafts,
            Schedules schedules,
            CountInvitations count,
            InvitationQueries queries,
            LinkRequests linkRequests,
            Clock clock,
            @Value("${chodae.time-zone:Asia/Seoul}") ZoneId zone) {
        this.drafts = drafts;
        this.schedules = schedules;
        this.count = count;
        this.queries = queries;
        this.linkRequests = linkRequests;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * @param key its text is {@code overview.need.} and this
     * @param path where it is looked after
     */
    record Need(String key, AtLeast number, String path) {}

    /** Those of which there is one at least, what presses most first. */
    List<Need> of(CustomerId customer, List<RunningCampaign> running) {
        InvitationFilter open = InvitationFilter.all().in(InvitationState.INVITED);
        return Stream.of(
                        people("bounced", open.mailed(DeliveryState.BOUNCED), customer),
                        people("ending", open.ending(LocalDate.now(clock.withZone(zone))), customer),
                        things("requests", linkRequests.count(customer), "/console/invitations/requests"),
                        things("running", running.size(), "#running"),
                        things("scheduled", schedules.waiting(customer).size(), "/console/invite"),
                        things("drafts", drafts.listOpen(customer).size(), "/console/invite"))
                .filter(need -> need.number().number() > 0)
                .toList();
    }

    private Need people(String key, InvitationFilter filter, CustomerId customer) {
        return new Need(key, count.of(queries.of(filter, customer, 1), customer), filter.path());
    }

    private static Need things(String key, int number, String path) {
        return new Need(key, new AtLeast(number, false), path);
    }
}
