package io.chodae.console;

import io.chodae.bizkit.BizKit;
import io.chodae.bizkit.BizKits;
import io.chodae.campaign.Campaign;
import io.chodae.campaign.Campaigns;
import io.chodae.campaign.Draft;
import io.chodae.campaign.Drafts;
import io.chodae.campaign.ListDrafts;
import io.chodae.campaign.Schedules;
import io.chodae.identity.Role;
import io.chodae.roster.RosterTemplates;
import io.chodae.shared.Language;
import io.chodae.shared.Slice;
import io.chodae.web.CurrentOperator;
import io.chodae.web.Operating;
import io.chodae.web.RequiresRole;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Drafts to go on with, and the way to a new one; says what is missing where the publisher cannot invite yet. */
@Controller
@RequestMapping("/console/invite")
class InviteListPage {

    private static final int PAGE = 20;

    private final Drafts drafts;
    private final ListDrafts listDrafts;
    private final Schedules schedules;
    private final Campaigns campaigns;
    private final BizKits bizKits;
    private final RosterTemplates templates;

    InviteListPage(
            Drafts drafts,
            ListDrafts listDrafts,
            Schedules schedules,
            Campaigns campaigns,
            BizKits bizKits,
            RosterTemplates templates) {
        this.drafts = drafts;
        this.listDrafts = listDrafts;
        this.schedules = schedules;
        this.campaigns = campaigns;
        this.bizKits = bizKits;
        this.templates = templates;
    }

    @GetMapping
    String list(@CurrentOperator Operating who, @RequestParam Optional<String> after, Model model) {
        BizKit kit = bizKits.get(who.customer());
        Slice<Campaign> sent = campaigns.list(who.customer(), after, PAGE);
        model.addAttribute("missing", kit.missing());
        model.addAttribute("drafts", after.isPresent() ? List.of() : drafts(who));
        model.addAttribute("waiting", after.isPresent() ? List.of() : schedules.waiting(who.customer()));
        model.addAttribute("campaigns", sent.items());
        model.addAttribute("next", sent.next().orElse(null));
        return "console/invite-list";
    }

    private List<DraftView> drafts(Operating who) {
        return listDrafts.list(who.customer(), who.actor()).stream()
                .map(DraftView::of)
                .toList();
    }

    /** An example to fill in, in the reader's language. */
    @GetMapping("/template.{format:xlsx|csv}")
    ResponseEntity<byte[]> template(@PathVariable String format, Locale locale) {
        Language language = Language.of(locale);
        boolean workbook = format.equals("xlsx");
        return ResponseEntity.ok()
                .header("Content-Disposition", "attachment; filename=\"chodae-template." + format + "\"")
                .contentType(MediaType.parseMediaType(
                        workbook
                                ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
                                : "text/csv;charset=UTF-8"))
                .body(workbook ? templates.xlsx(language) : templates.csv(language));
    }

    @PostMapping
    @RequiresRole(Role.OPERATOR)
    String open(@CurrentOperator Operating who, Locale locale) {
        if (!bizKits.get(who.customer()).complete()) {
            return "redirect:/console/invite";
        }
        Draft draft = drafts.open(who.customer(), Language.of(locale), who.actor());
        return "redirect:/console/invite/" + draft.id();
    }
}
