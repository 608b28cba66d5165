package io.chodae.console;

import io.chodae.capture.TransferJob;
import io.chodae.capture.TransferJobs;
import io.chodae.identity.Membership;
import io.chodae.shared.CustomerId;
import io.chodae.web.CurrentOperator;
import java.util.TreeMap;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** How something that is done to many unmanaged accounts goes on. Renews itself, and may be left and opened again. */
@Controller
class AccountsJobPage {

    private final TransferJobs jobs;

    AccountsJobPage(TransferJobs jobs) {
        this.jobs = jobs;
    }

    @GetMapping("/console/accounts/jobs/{transferJobId}")
    String show(@CurrentOperator Membership operator, @PathVariable long transferJobId, Model model) {
        fill(operator.customer(), transferJobId, 0, "", model);
        return "console/accounts-job";
    }

    /** The part of the page that renews itself. */
    @GetMapping(value = "/console/accounts/jobs/{transferJobId}", headers = "HX-Request")
    String progress(
            @CurrentOperator Membership operator,
            @PathVariable long transferJobId,
            @RequestParam(defaultValue = "0") int waited,
            @RequestParam(defaultValue = "") String seen,
            Model model) {
        fill(operator.customer(), transferJobId, waited, seen, model);
        return "console/accounts-job :: progress";
    }

    private void fill(CustomerId customer, long jobId, int waited, String seen, Model model) {
        TransferJob job = jobs.find(customer, jobId).orElseThrow(NotFound::new);
        model.addAttribute("job", job);
        model.addAttribute("results", new TreeMap<>(job.results()));
        model.addAttribute(
                "polling", job.finishedAt() == null ? Polling.next(waited, seen, String.valueOf(job.done())) : null);
    }
}
