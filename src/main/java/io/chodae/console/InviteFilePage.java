package io.chodae.console;

import io.chodae.campaign.Draft;
import io.chodae.campaign.Drafts;
import io.chodae.campaign.GiveUpEdits;
import io.chodae.campaign.RemoveRoster;
import io.chodae.campaign.RemoveRosterResult;
import io.chodae.campaign.RosterUploads;
import io.chodae.campaign.RowFilter;
import io.chodae.campaign.UploadResult;
import io.chodae.identity.Membership;
import io.chodae.identity.Role;
import io.chodae.shared.Language;
import io.chodae.web.CurrentOperator;
import io.chodae.web.Operating;
import io.chodae.web.RequiresRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
    /** How long a script is kept waiting for the end of a reading before it is told how far it is. */
    private static final Duration FOR_NEWS = Duration.ofMillis(900);

    private final Drafts drafts;
    private final RosterUploads uploads;
    private final GiveUpEdits giveUpEdits;
    private final RemoveRoster removeRoster;
    private final InviteFormModel form;
    private final InviteFileModel files;

    InviteFilePage(
            Drafts drafts,
            RosterUploads uploads,
            GiveUpEdits giveUpEdits,
            RemoveRoster removeRoster,
            InviteFormModel form,
            InviteFileModel files) {
        this.drafts = drafts;
        this.uploads = uploads;
        this.giveUpEdits = giveUpEdits;
        this.removeRoster = removeRoster;
        this.form = form;
        this.files = files;
    }

    @PostMapping("/file")
    @RequiresRole(Role.OPERATOR)
    String upload(
            @CurrentOperator Operating who,
            @PathVariable long draftId,
            @RequestParam MultipartFile file,
            @RequestHeader(name = SCRIPTED, defaultValue = "false") boolean scripted,
            Locale locale,
            Model model,
            RedirectAttributes redirect)
            throws IOException {
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

    /**
     * How far the reading is, for scripts to put in place. Answers when it has ended, or after a moment: who asks at
     * fixed times sees the end of a quick reading seconds late. {@code turn} is how often was asked.
     */
    @GetMapping("/file")
    String look(
            @CurrentOperator Membership operator,
            @PathVariable long draftId,
            @RequestParam(defaultValue = "0") int turn,
            Locale locale,
            Model model) {
        uploads.await(operator.customer(), draftId, FOR_NEWS);
        Draft draft = drafts.find(operator.customer(), draftId).orElseThrow(NotFound::new);
        return files.fragment(model, draft, Language.of(locale), turn, form);
    }

    /** Has the kept file read otherwise, or puts it away. */
    @PostMapping("/file/{act:sheet|columns|forget|discard|replace}")
    @RequiresRole(Role.OPERATOR)
    String change(
            @CurrentOperator Operating who,
            @PathVariable long draftId,
            @PathVariable String act,
            @RequestParam long upload,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestHeader(name = SCRIPTED, defaultValue = "false") boolean scripted,
            Locale locale,
            Model model,
            RedirectAttributes redirect) {
        UploadResult result = switch (act) {
            case "sheet" ->
                uploads.chooseSheet(
                        who.customer(),
                        draftId,
                        upload,
                        Objects.requireNonNullElse(fields.getFirst("sheet"), ""),
                        who.actor());
            case "columns" ->
                uploads.chooseColumns(
                        who.customer(), draftId, upload, ChosenColumns.of(fields.toSingleValueMap()), who.actor());
            case "forget" -> uploads.forgetColumns(who.customer(), draftId, upload, who.actor());
            case "replace" ->
                giveUpEdits.giveUp(who.customer(), draftId, upload, number(fields.getFirst("lost")), who.actor());
            default -> uploads.discard(who.customer(), draftId, upload, who.actor());
        };
        return answer(new Answer(who, draftId, scripted, Language.of(locale), model, redirect), result, FOR_SMALL);
    }

    @PostMapping("/file/remove")
    @RequiresRole(Role.OPERATOR)
    String remove(@CurrentOperator Operating who, @PathVariable long draftId) {
        return switch (removeRoster.remove(who.customer(), draftId, who.actor())) {
            case RemoveRosterResult.Removed removed -> back(draftId);
            case RemoveRosterResult.AlreadySent sent -> "redirect:/console/campaigns/" + sent.campaignId();
            case RemoveRosterResult.Gone gone -> throw new NotFound();
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

    private static int number(@Nullable String text) {
        return text != null && text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
    }

    private static String back(long draftId) {
        return "redirect:/console/invite/" + draftId + "#people";
    }
}
