package io.chodae.console;

import io.chodae.capture.ExportUnmanaged;
import io.chodae.capture.NotDone;
import io.chodae.capture.TransferJob;
import io.chodae.capture.TransferJobs;
import io.chodae.identity.Membership;
import io.chodae.shared.CustomerId;
import io.chodae.shared.Slice;
import io.chodae.web.CurrentOperator;
import io.chodae.web.Operating;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** How something that is done to many unmanaged accounts goes on. Renews itself, and may be left and opened again. */
@Controller
class AccountsJobPage {

    private static final int SHOWN = 20;
    private static final int AT_ONCE = 1_000;

    private final TransferJobs jobs;
    private final ExportUnmanaged export;
    private final MessageSource messages;

    AccountsJobPage(TransferJobs jobs, ExportUnmanaged export, MessageSource messages) {
        this.jobs = jobs;
        this.export = export;
        this.messages = messages;
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

    /** All accounts for which nothing was done, each with its reason. */
    @GetMapping("/console/accounts/jobs/{transferJobId}/not-done.csv")
    void notDone(
            @CurrentOperator Operating who,
            @PathVariable long transferJobId,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        if (jobs.find(who.customer(), transferJobId).isEmpty()) {
            throw new NotFound();
        }
        export.begin(who.customer(), who.actor());
        TableDownload.send(response, "chodae-not-done", "csv", table -> {
            table.row(Stream.of("console.email", "accounts.job.act", "accounts.job.reason")
                    .map(title -> messages.getMessage(title, null, locale))
                    .toList());
            Optional<String> after = Optional.empty();
            do {
                Slice<NotDone> slice = jobs.notDone(who.customer(), transferJobId, after, AT_ONCE);
                for (NotDone one : slice.items()) {
                    table.row(List.of(
                            one.email().value(),
                            messages.getMessage("accounts.job.act." + one.act(), null, locale),
                            messages.getMessage("accounts.result." + one.reason(), null, locale)));
                }
                after = slice.next();
            } while (after.isPresent());
        });
    }

    private void fill(CustomerId customer, long jobId, int waited, String seen, Model model) {
        TransferJob job = jobs.find(customer, jobId).orElseThrow(NotFound::new);
        model.addAttribute("job", job);
        model.addAttribute("results", new TreeMap<>(job.results()));
        model.addAttribute("notDone", jobs.notDone(customer, jobId, Optional.empty(), SHOWN));
        model.addAttribute(
                "polling", job.finishedAt() == null ? Polling.next(waited, seen, String.valueOf(job.done())) : null);
    }
}
