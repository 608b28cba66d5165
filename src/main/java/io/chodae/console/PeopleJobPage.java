package io.chodae.console;

import io.chodae.bizkit.PeopleJob;
import io.chodae.bizkit.PeopleJobs;
import io.chodae.identity.Membership;
import io.chodae.shared.CustomerId;
import io.chodae.web.CurrentOperator;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** How far an act on many people is. Renews itself while it goes on; it goes on whoever looks. */
@Controller
class PeopleJobPage {

    private final PeopleJobs jobs;

    PeopleJobPage(PeopleJobs jobs) {
        this.jobs = jobs;
    }

    @GetMapping("/console/people/acts/{actId}")
    String show(@CurrentOperator Membership operator, @PathVariable long actId, Model model) {
        fill(operator.customer(), actId, 0, "", model);
        return "console/people-job";
    }

    /** The part of the page that renews itself. */
    @GetMapping(value = "/console/people/acts/{actId}", headers = "HX-Request")
    String progress(
            @CurrentOperator Membership operator,
            @PathVariable long actId,
            @RequestParam(defaultValue = "0") int waited,
            @RequestParam(defaultValue = "") String seen,
            Model model) {
        fill(operator.customer(), actId, waited, seen, model);
        return "console/people-job :: progress";
    }

    private void fill(CustomerId customer, long actId, int waited, String seen, Model model) {
        PeopleJob job = jobs.find(customer, actId).orElseThrow(NotFound::new);
        model.addAttribute("job", job);
        model.addAttribute("polling", job.running() ? Polling.next(waited, seen, String.valueOf(job.seen())) : null);
    }
}
