package io.chodae.console;

import io.chodae.audit.AuditAct;
import io.chodae.audit.AuditHistory;
import io.chodae.campaign.Campaign;
import io.chodae.campaign.Campaigns;
import io.chodae.campaign.InvitationJobs;
import io.chodae.campaign.JobAct;
import io.chodae.invitation.Invitation;
import io.chodae.invitation.InvitationState;
import io.chodae.mail.Deliveries;
import io.chodae.mail.MailHistory;
import io.chodae.shared.CustomerId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Puts together what the rooms know of an invitation: who did what, and what became of its mails. */
@Component
class InvitationTimeline {

    private static final int LINES = 100;

    /** What was done to one invitation by itself; what was done to many, their jobs tell. */
    private static final Map<String, String> ACTS = Map.of(
            "invitation.accepted", "ACCEPTED",
            "invitation.declined", "DECLINED",
            "invitation.canceled", "CANCELED",
            "invitation.sent_again", "SENT_AGAIN");

    private final Campaigns campaigns;
    private final InvitationJobs jobs;
    private final AuditHistory audit;
    private final Deliveries deliveries;

    InvitationTimeline(Campaigns campaigns, InvitationJobs jobs, AuditHistory audit, Deliveries deliveries) {
        this.campaigns = campaigns;
        this.jobs = jobs;
        this.audit = audit;
        this.deliveries = deliveries;
    }

    /** Newest first. */
    List<TimelineLine> of(Invitation invitation) {
        CustomerId customer = invitation.id().customer();
        long id = invitation.id().value();
        List<TimelineLine> lines = new ArrayList<>();
        lines.add(TimelineLine.of(
                invitation.createdAt(),
                "INVITED",
                campaigns
                        .ofOffer(customer, invitation.sendingId())
                        .map(Campaign::createdBy)
                        .orElse(null)));
        for (AuditAct entry : audit.of(customer, "invitation", String.valueOf(id), LINES)) {
            String what = ACTS.get(entry.action());
            if (what != null) {
                lines.add(new TimelineLine(
                        entry.at(),
                        what,
                        entry.actor(),
                        what.equals("DECLINED") ? invitation.declineReason() : null,
                        null));
            }
        }
        for (InvitationJobs.Done done : jobs.doneTo(customer, id)) {
            lines.add(new TimelineLine(done.at(), what(done.act()), done.by(), done.group(), null));
        }
        for (MailHistory mail : deliveries.historyOf(customer, "invitation", id).reversed()) {
            lines.add(new TimelineLine(mail.createdAt(), "MAIL", null, null, mail.delivery()));
        }
        Instant wentOn = invitation.wentOnAt();
        if (wentOn != null) {
            lines.add(TimelineLine.of(wentOn, "WENT_ON", null));
        }
        addEnd(invitation, lines);
        lines.sort(Comparator.comparing(TimelineLine::at));
        return lines.reversed();
    }

    /** Ends that no line tells yet: nobody's act, or a part of an act on the whole sending. */
    private static void addEnd(Invitation invitation, List<TimelineLine> lines) {
        Instant ended = invitation.endedAt();
        if (ended == null) {
            return;
        }
        if (invitation.state() == InvitationState.EXPIRED) {
            lines.add(TimelineLine.of(ended, "EXPIRED", null));
        } else if (invitation.withdrawn() == Invitation.Withdrawn.SUPERSEDED) {
            lines.add(TimelineLine.of(ended, "SUPERSEDED", null));
        } else if (invitation.withdrawn() == Invitation.Withdrawn.CANCELED
                && lines.stream()
                        .noneMatch(line ->
                                line.what().equals("CANCELED") && !line.at().isBefore(invitation.sentAt()))) {
            lines.add(TimelineLine.of(ended, "REST_CANCELED", null));
        }
    }

    private static String what(JobAct act) {
        return switch (act) {
            case RESEND -> "SENT_AGAIN";
            case CANCEL -> "CANCELED";
            case MOVE -> "MOVED";
        };
    }
}
