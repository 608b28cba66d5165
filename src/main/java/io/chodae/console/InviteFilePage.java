package io.chodae.console;

import io.chodae.campaign.Draft;
import io.chodae.campaign.Drafts;
import io.chodae.campaign.ImportResult;
import io.chodae.campaign.ImportRoster;
import io.chodae.campaign.RosterUploads;
import io.chodae.campaign.RowFilter;
import io.chodae.campaign.UploadResult;
import io.chodae.identity.MemberPrincipal;
import io.chodae.identity.Membership;
import io.chodae.identity.Role;
import io.chodae.shared.Language;
import io.chodae.web.CurrentOperator;
import io.chodae.web.RequiresRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The list of people as a file: upload, look how the reading goes, choose a sheet or columns, take it away again.
 * Scripts get the part of the page that changes, everybody else the page.
 */
@Controller
@RequestMapping("/console/invite/{draftId}")
class InviteFilePage {

    private static final String SCRIPTED = "HX-Request";

    /** A list of this size is read while the page is waited for. */
    private static final long SMALL = 1 << 20;

    private static final Duration FOR_SMALL = Duration.ofMillis(1_200);
    private static final Duration FOR_LARGE = Duration.ofMillis(100);

    private final Drafts drafts;
    private final RosterUploads uploads;
    private final ImportRoster importRoster;
    private final InviteFormModel form;
    private final InviteFileModel files;

    InviteFilePage(
            Drafts drafts,
            RosterUploads uploads,
            ImportRoster importRoster,
            InviteFormModel form,
            InviteFileModel files) {
        this.drafts = drafts;
        this.uploads = uploads;
        this.importRoster = importRoster;
        this.form = form;
        this.files = files;
    }

    @PostMapping("/file")
    @RequiresRole(Role.OPERATOR)
    String upload(
            @CurrentOperator Membership operator,
            @AuthenticationPrincipal MemberPrincipal member,
            @PathVariable long draftId,
            @RequestParam MultipartFile file,
            @RequestHeader(name = SCRIPTED, defaultValue = "false") boolean scripted,
            Locale locale,
            Model model,
            RedirectAttributes redirect)
            throws IOException {
        Operating who = Operating.of(operator, member);
        Answer answer = new Answer(who, draftId, scripted, Language.of(locale), model, redirect);
        if (file.isEmpty()) {
            String chosen = Objects.requireNonNullElse(file.getOriginalFilename(), "");
            return refuse(answer, chosen.isEmpty() ? "console.invite.file.none" : "console.people.file.empty");
        }
        Path copy = Files.createTempFile("roster-", ".upload");
        try {
            file.transferTo(copy);
            String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
            UploadResult result = uploads.upload(who.customer(), draftId, name, copy, who.actor());
            return answer(answer, result, file.getSize() <= SMALL ? FOR_SMALL : FOR_LARGE);
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    /** How far the reading is, for scripts to put in place; {@code turn} is how often was asked. */
    @GetMapping("/file")
    String look(
            @CurrentOperator Membership operator,
            @PathVariable long draftId,
            @RequestParam(defaultValue = "0") int turn,
            Locale locale,
            Model model) {
        Draft draft = drafts.find(operator.customer(), draftId).orElseThrow(NotFound::new);
        return files.fragment(model, draft, Language.of(locale), turn, form);
    }

    @PostMapping("/file/sheet")
    @RequiresRole(Role.OPERATOR)
    String sheet(
            @CurrentOperator Membership operator,
            @AuthenticationPrincipal MemberPrincipal member,
            @PathVariable long draftId,
            @RequestParam long upload,
            @RequestParam String sheet,
            @RequestHeader(name = SCRIPTED, defaultValue = "false") boolean scripted,
            Locale locale,
            Model model,
            RedirectAttributes redirect) {
        Operating who = Operating.of(operator, member);
        Answer answer = new Answer(who, draftId, scripted, Language.of(locale), model, redirect);
        return answer(answer, uploads.chooseSheet(who.customer(), draftId, upload, sheet, who.actor()), FOR_SMALL);
    }

    @PostMapping("/file/columns")
    @RequiresRole(Role.OPERATOR)
    String columns(
            @CurrentOperator Membership operator,
            @AuthenticationPrincipal MemberPrincipal member,
            @PathVariable long draftId,
            @RequestParam long upload,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestHeader(name = SCRIPTED, defaultValue = "false") boolean scripted,
            Locale locale,
            Model model,
            RedirectAttributes redirect) {
        Operating who = Operating.of(operator, member);
        Answer answer = new Answer(who, draftId, scripted, Language.of(locale), model, redirect);
        return answer(
                answer,
                uploads.chooseColumns(
                        who.customer(), draftId, upload, ChosenColumns.of(fields.toSingleValueMap()), who.actor()),
                FOR_SMALL);
    }

    @PostMapping("/file/forget")
    @RequiresRole(Role.OPERATOR)
    String forget(
            @CurrentOperator Membership operator,
            @AuthenticationPrincipal MemberPrincipal member,
            @PathVariable long draftId,
            @RequestParam long upload,
            @RequestHeader(name = SCRIPTED, defaultValue = "false") boolean scripted,
            Locale locale,
            Model model,
            RedirectAttributes redirect) {
        Operating who = Operating.of(operator, member);
        Answer answer = new Answer(who, draftId, scripted, Language.of(locale), model, redirect);
        return answer(answer, uploads.forgetColumns(who.customer(), draftId, upload, who.actor()), FOR_SMALL);
    }

    @PostMapping("/file/discard")
    @RequiresRole(Role.OPERATOR)
    String discard(
            @CurrentOperator Membership operator,
            @AuthenticationPrincipal MemberPrincipal member,
            @PathVariable long draftId,
            @RequestParam long upload,
            @RequestHeader(name = SCRIPTED, defaultValue = "false") boolean scripted,
            Locale locale,
            Model model,
            RedirectAttributes redirect) {
        Operating who = Operating.of(operator, member);
        Answer answer = new Answer(who, draftId, scripted, Language.of(locale), model, redirect);
        return answer(answer, uploads.discard(who.customer(), draftId, upload), Duration.ZERO);
    }

    @PostMapping("/file/remove")
    @RequiresRole(Role.OPERATOR)
    String remove(
            @CurrentOperator Membership operator,
            @AuthenticationPrincipal MemberPrincipal member,
            @PathVariable long draftId) {
        Operating who = Operating.of(operator, member);
        return switch (importRoster.removeFile(who.customer(), draftId, who.actor())) {
            case ImportResult.AlreadySent sent -> "redirect:/console/campaigns/" + sent.campaignId();
            case ImportResult.Gone gone -> throw new NotFound();
            case ImportResult.Imported imported -> back(draftId);
            case ImportResult.Unreadable unreadable -> back(draftId);
        };
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

    /** Whom an act is answered, and how. */
    private record Answer(
            Operating who,
            long draftId,
            boolean scripted,
            Language language,
            Model model,
            RedirectAttributes redirect) {}

    private String answer(Answer to, UploadResult result, Duration wait) {
        return switch (result) {
            case UploadResult.Accepted accepted -> {
                uploads.await(to.who().customer(), to.draftId(), wait);
                yield to.scripted() ? fragment(to) : back(to.draftId());
            }
            case UploadResult.TooLarge large -> refuse(to, files.sentence(large.problem(), to.language()));
            case UploadResult.Incomplete incomplete -> refuse(to, "console.people.columns.incomplete");
            case UploadResult.AlreadySent sent -> {
                to.model().addAttribute("campaignId", sent.campaignId());
                yield to.scripted()
                        ? "console/invite-parts :: sent"
                        : "redirect:/console/campaigns/" + sent.campaignId();
            }
            case UploadResult.Gone gone -> throw new NotFound();
        };
    }

    /** @param problem a sentence, or the key of one */
    private String refuse(Answer to, String problem) {
        String sentence = files.sentence(problem, to.language());
        if (to.scripted()) {
            to.model().addAttribute("fileProblem", sentence);
            return fragment(to);
        }
        to.redirect().addFlashAttribute("fileProblem", sentence);
        return back(to.draftId());
    }

    private String fragment(Answer to) {
        Draft draft = drafts.find(to.who().customer(), to.draftId()).orElseThrow(NotFound::new);
        return files.fragment(to.model(), draft, to.language(), 0, form);
    }

    private static String back(long draftId) {
        return "redirect:/console/invite/" + draftId + "#people";
    }
}
