package io.chodae.console;

import io.chodae.campaign.ExportReport;
import io.chodae.shared.Language;
import io.chodae.web.CurrentOperator;
import io.chodae.web.Operating;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Every row of a campaign as a file. */
@Controller
class CampaignReportPage {

    private final ExportReport report;

    CampaignReportPage(ExportReport report) {
        this.report = report;
    }

    @GetMapping("/console/campaigns/{campaignId}/report.{format:xlsx|csv}")
    void download(
            @CurrentOperator Operating who,
            @PathVariable long campaignId,
            @PathVariable String format,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        if (!report.begin(who.customer(), campaignId, format, who.actor())) {
            throw new NotFound();
        }
        TableDownload.send(
                response,
                "chodae-report-" + campaignId,
                format,
                table -> report.write(who.customer(), campaignId, Language.of(locale), table));
    }
}
