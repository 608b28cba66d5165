package io.chodae.console;

import io.chodae.campaign.Campaigns;
import io.chodae.campaign.Draft;
import io.chodae.campaign.Drafts;
import io.chodae.campaign.ExportFaultyRows;
import io.chodae.identity.Membership;
import io.chodae.shared.Language;
import io.chodae.web.CurrentOperator;
import io.chodae.web.Operating;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The rows of a draft's list on a page of their own: found, counted, and those to correct with fields to do so. */
@Controller
@RequestMapping("/console/invite/{draftId}/people")
class InviteRowsPage {

    private final Drafts drafts;
    private final Campaigns campaigns;
    private final InviteRowsModel rows;
    private final ExportFaultyRows export;

    InviteRowsPage(Drafts drafts, InviteRowsModel rows, ExportFaultyRows export, Campaigns campaigns) {
        this.campaigns = campaigns;
        this.drafts = drafts;
        this.rows = rows;
        this.export = export;
    }

    @GetMapping
    String show(
            @CurrentOperator Membership operator,
            @PathVariable long draftId,
            RowsView view,
            Locale locale,
            Model model) {
        Optional<Draft> draft = drafts.find(operator.customer(), draftId);
        if (draft.isEmpty()) {
            return campaigns
                    .ofDraft(operator.customer(), draftId)
                    .map(campaign -> "redirect:/console/campaigns/" + campaign.id())
                    .orElseThrow(NotFound::new);
        }
        rows.page(model, draft.get(), view, Language.of(locale));
        return "console/invite-rows";
    }

    @GetMapping("/faulty.{format:xlsx|csv}")
    void download(
            @CurrentOperator Operating who,
            @PathVariable long draftId,
            @PathVariable String format,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        if (!export.begin(who.customer(), draftId, format, who.actor())) {
            throw new NotFound();
        }
        TableDownload.send(
                response,
                "chodae-rows-" + draftId,
                format,
                table -> export.write(who.customer(), draftId, Language.of(locale), table));
    }
}
