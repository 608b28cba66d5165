package io.chodae.console;

import io.chodae.bizkit.UserGroup;
import io.chodae.bizkit.UserGroups;
import io.chodae.campaign.InvitationJob;
import io.chodae.campaign.InvitationJobs;
import io.chodae.identity.Membership;
import io.chodae.invitation.BulkOutcome;
import io.chodae.shared.CustomerId;
import io.chodae.web.CurrentOperator;
import java.util.Arrays;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** How something that is done to many invitations goes on. Renews itself, and may be left and opened again. */
@Controller
class InvitationJobPage {

    private final InvitationJobs jobs;
    private final UserGroups groups;

    InvitationJobPage(InvitationJobs jobs, UserGroups groups) {
        this.jobs = jobs;
        this.groups = groups;
    }

    @GetMapping("/console/invitations/jobs/{jobId}")
    String show(@CurrentOperator Membership operator, @PathVariable long jobId, Model model) {
        fill(operator.customer(), jobId, 0, "", model);
        return "console/invitations-job";
    }

    /** The part of the page that renews itself. */
    @GetMapping(value = "/console/invitations/jobs/{jobId}", headers = "HX-Request")
    String progress(
            @CurrentOperator Membership operator,
            @PathVariable long jobId,
            @RequestParam(defaultValue = "0") int waited,
            @RequestParam(defaultValue = "") String seen,
            Model model) {
        fill(operator.customer(), jobId, waited, seen, model);
        return "console/invitations-job :: progress";
    }

    private void fill(CustomerId customer, long jobId, int waited, String seen, Model model) {
        InvitationJob job = jobs.find(customer, jobId).orElseThrow(NotFound::new);
        Long group = job.groupId();
        model.addAttribute("job", job);
        model.addAttribute(
                "group",
                group == null
                        ? null
                        : groups.find(customer, group).map(UserGroup::name).orElse(null));
        model.addAttribute(
                "outcomes",
                Arrays.stream(BulkOutcome.values())
                        .filter(outcome -> outcome == BulkOutcome.DONE || job.count(outcome) > 0)
                        .toList());
        model.addAttribute(
                "polling", job.finishedAt() == null ? Polling.next(waited, seen, String.valueOf(job.done())) : null);
    }
}
