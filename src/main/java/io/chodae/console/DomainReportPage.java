package io.chodae.console;

import io.chodae.capture.DomainReport;
import io.chodae.capture.DomainReport.Day;
import io.chodae.capture.DomainReport.OfDomain;
import io.chodae.capture.ExportDomainReport;
import io.chodae.capture.ExportDomainReport.Line;
import io.chodae.identity.Membership;
import io.chodae.shared.CustomerId;
import io.chodae.shared.Language;
import io.chodae.web.CurrentOperator;
import io.chodae.web.Dates;
import io.chodae.web.Operating;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The report about domains: what stands where, what happened each day, and every account as a file. */
@Controller
class DomainReportPage {

    private static final int DAYS = 30;
    private static final List<String> TITLES =
            List.of("email", "name", "state", "mails", "updated", "deadline", "verdict");

    private final DomainReport report;
    private final ExportDomainReport export;
    private final MessageSource messages;
    private final Dates dates;

    DomainReportPage(DomainReport report, ExportDomainReport export, MessageSource messages, Dates dates) {
        this.report = report;
        this.export = export;
        this.messages = messages;
        this.dates = dates;
    }

    @GetMapping("/console/domains/report")
    String show(@CurrentOperator Membership operator, Model model) {
        CustomerId customer = operator.customer();
        List<OfDomain> domains = report.domains(customer);
        List<Day> days = report.days(customer, DAYS);
        model.addAttribute("domains", domains);
        model.addAttribute(
                "total", domains.stream().reduce(DomainReportPage::plus).orElse(null));
        model.addAttribute("days", days);
        model.addAttribute("series", DaySeries.of(days));
        return "console/domain-report";
    }

    @GetMapping("/console/domains/report.csv")
    void download(@CurrentOperator Operating who, Locale locale, HttpServletResponse response) throws IOException {
        export.begin(who.customer(), who.actor());
        Dates.In formats = dates.in(Language.of(locale));
        TableDownload.send(response, "chodae-domain-report", "csv", table -> {
            table.row(TITLES.stream()
                    .map(title -> text("domain.report.csv." + title, locale))
                    .toList());
            export.write(who.customer(), line -> table.row(cells(line, formats, locale)));
        });
    }

    private List<String> cells(Line line, Dates.In formats, Locale locale) {
        return List.of(
                line.invitation().email().value(),
                line.name(),
                text("accounts.state." + line.invitation().state().name(), locale),
                String.valueOf(line.invitation().mailsSent()),
                formats.second(line.invitation().updatedAt()),
                line.deadline() == null ? "" : formats.second(line.deadline().at()),
                line.refusal() == null
                        ? text("managed.dryRun.hit", locale)
                        : text("managed.dryRun." + line.refusal().name(), locale));
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }

    private static OfDomain plus(OfDomain one, OfDomain other) {
        return new OfDomain(
                "",
                one.notYetSent() + other.notYetSent(),
                one.invited() + other.invited(),
                one.declined() + other.declined(),
                one.thisWeek() + other.thisWeek(),
                one.managed() + other.managed(),
                one.suspended() + other.suspended(),
                one.evicted() + other.evicted());
    }
}
