package io.chodae.console;

import io.chodae.campaign.Draft;
import io.chodae.campaign.Drafts;
import io.chodae.campaign.ImportResult;
import io.chodae.campaign.ImportRoster;
import io.chodae.campaign.RowFilter;
import io.chodae.identity.MemberPrincipal;
import io.chodae.identity.Membership;
import io.chodae.identity.Role;
import io.chodae.roster.RosterTexts;
import io.chodae.shared.Language;
import io.chodae.web.CurrentOperator;
import io.chodae.web.RequiresRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list of people as a file: upload, look at what was read, take it away again. */
@Controller
@RequestMapping("/console/invite/{draftId}")
class InviteFilePage {

    private final Drafts drafts;
    private final ImportRoster importRoster;
    private final InviteFormModel form;
    private final RosterTexts texts;

    InviteFilePage(Drafts drafts, ImportRoster importRoster, InviteFormModel form, RosterTexts texts) {
        this.drafts = drafts;
        this.importRoster = importRoster;
        this.form = form;
        this.texts = texts;
    }

    @PostMapping("/file")
    @RequiresRole(Role.OPERATOR)
    String upload(
            @CurrentOperator Membership operator,
            @AuthenticationPrincipal MemberPrincipal member,
            @PathVariable long draftId,
            @RequestParam MultipartFile file,
            Locale locale,
            RedirectAttributes redirect)
            throws IOException {
        if (file.isEmpty()) {
            redirect.addFlashAttribute("fileProblem", "console.invite.file.none");
            return back(draftId);
        }
        Path copy = Files.createTempFile("roster-", ".upload");
        try {
            file.transferTo(copy);
            Operating who = Operating.of(operator, member);
            String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
            return answer(
                    importRoster.importFile(who.customer(), draftId, name, copy, who.actor()),
                    draftId,
                    locale,
                    redirect);
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    @PostMapping("/file/remove")
    @RequiresRole(Role.OPERATOR)
    String remove(
            @CurrentOperator Membership operator,
            @AuthenticationPrincipal MemberPrincipal member,
            @PathVariable long draftId,
            Locale locale,
            RedirectAttributes redirect) {
        Operating who = Operating.of(operator, member);
        return answer(importRoster.removeFile(who.customer(), draftId, who.actor()), draftId, locale, redirect);
    }

    /** The table of what was read, filtered and paged, for scripts to put in place. */
    @GetMapping("/rows")
    String rows(
            @CurrentOperator Membership operator,
            @PathVariable long draftId,
            @RequestParam(defaultValue = "ALL") RowFilter filter,
            @RequestParam Optional<String> after,
            Locale locale,
            Model model) {
        Draft draft = drafts.find(operator.customer(), draftId).orElseThrow(NotFound::new);
        form.rows(model, draft, Language.of(locale), filter, after);
        return "console/invite-read :: rows";
    }

    private String answer(ImportResult result, long draftId, Locale locale, RedirectAttributes redirect) {
        return switch (result) {
            case ImportResult.Imported imported -> back(draftId);
            case ImportResult.Unreadable unreadable -> {
                redirect.addFlashAttribute("fileProblemText", texts.problem(unreadable.problem(), Language.of(locale)));
                yield back(draftId);
            }
            case ImportResult.AlreadySent sent -> "redirect:/console/campaigns/" + sent.campaignId();
            case ImportResult.Gone gone -> throw new NotFound();
        };
    }

    private static String back(long draftId) {
        return "redirect:/console/invite/" + draftId + "#people";
    }
}
