package io.chodae.console;

import io.chodae.directory.DryRunEviction;
import io.chodae.directory.EvictionExceptions;
import io.chodae.directory.EvictionVerdict;
import io.chodae.identity.Membership;
import io.chodae.identity.Role;
import io.chodae.shared.EmailAddress;
import io.chodae.shared.PlainText;
import io.chodae.shared.Slice;
import io.chodae.web.CurrentOperator;
import io.chodae.web.Operating;
import io.chodae.web.RequiresRole;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The addresses that are never taken back, and who would lose theirs if addresses were taken back now. */
@Controller
@RequestMapping("/console/accounts/conflicts")
class ConflictsPage {

    private static final int PAGE = 50;
    private static final int MAX_TYPED = 1_000;
    private static final int MAX_NOTE = 200;
    private static final String BACK = "redirect:/console/accounts/conflicts";

    private final EvictionExceptions exceptions;
    private final DryRunEviction dryRun;

    ConflictsPage(EvictionExceptions exceptions, DryRunEviction dryRun) {
        this.exceptions = exceptions;
        this.dryRun = dryRun;
    }

    @GetMapping
    String list(@CurrentOperator Membership operator, @RequestParam Optional<String> after, Model model) {
        model.addAttribute("slice", exceptions.page(operator.customer(), after, PAGE));
        if (!model.containsAttribute("emails")) {
            model.addAttribute("emails", "");
            model.addAttribute("note", "");
        }
        return "console/conflicts";
    }

    @PostMapping
    @RequiresRole(Role.OPERATOR)
    String add(
            @CurrentOperator Operating who,
            @RequestParam(defaultValue = "") String emails,
            @RequestParam(defaultValue = "") String note,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        Typed typed = Typed.of(emails);
        String plain = PlainText.oneLine(note);
        if (!typed.wrong().isEmpty() || typed.addresses().isEmpty() || PlainText.length(plain) > MAX_NOTE) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("emails", emails);
            model.addAttribute("note", note);
            model.addAttribute("wrong", typed.wrong());
            model.addAttribute("longNote", PlainText.length(plain) > MAX_NOTE);
            model.addAttribute("many", typed.tooMany());
            model.addAttribute("missing", emails.isBlank());
            return list(who.membership(), Optional.empty(), model);
        }
        int added = exceptions.add(who.customer(), typed.addresses(), plain, who.actor());
        Flash.success(redirect, "managed.conflicts.added", added);
        return BACK;
    }

    @PostMapping("/remove")
    @RequiresRole(Role.OPERATOR)
    String remove(
            @CurrentOperator Operating who,
            @RequestParam(defaultValue = "") String email,
            RedirectAttributes redirect) {
        EmailAddress address = EmailAddress.parse(email).orElseThrow(NotFound::new);
        if (!exceptions.remove(who.customer(), address, who.actor())) {
            throw new NotFound();
        }
        Flash.success(redirect, "managed.conflicts.removed", address.value());
        return BACK;
    }

    /** All unmanaged accounts, a page at a time. */
    @GetMapping("/dry-run")
    String dryRun(@CurrentOperator Membership operator, @RequestParam Optional<String> after, Model model) {
        return verdicts(operator, "", Typed.of(""), dryRun.page(operator.customer(), after, PAGE), model);
    }

    /** The addresses that somebody asks about. Changes nothing; by POST, since addresses belong into no address of a page. */
    @PostMapping("/dry-run")
    @RequiresRole(Role.OPERATOR)
    String dryRun(@CurrentOperator Membership operator, @RequestParam(defaultValue = "") String emails, Model model) {
        if (emails.isBlank()) {
            return dryRun(operator, Optional.empty(), model);
        }
        Typed typed = Typed.of(emails);
        List<EvictionVerdict> verdicts =
                List.copyOf(dryRun.of(operator.customer(), typed.addresses()).values());
        return verdicts(operator, emails, typed, new Slice<>(verdicts, Optional.empty()), model);
    }

    private static String verdicts(
            Membership operator, String emails, Typed typed, Slice<EvictionVerdict> slice, Model model) {
        model.addAttribute("emails", emails);
        model.addAttribute("wrong", typed.wrong());
        model.addAttribute("many", typed.tooMany());
        model.addAttribute("slice", slice);
        model.addAttribute("mayManage", operator.role().mayManage());
        return "console/dry-run";
    }

    /**
     * Addresses that somebody pasted, one a line or with commas between.
     *
     * @param wrong what is none
     */
    private record Typed(List<EmailAddress> addresses, List<String> wrong, boolean tooMany) {

        static Typed of(String text) {
            List<EmailAddress> addresses = new ArrayList<>();
            List<String> wrong = new ArrayList<>();
            List<String> pieces = text.lines()
                    .flatMap(line -> List.of(line.split("[,;\\s]+", -1)).stream())
                    .filter(piece -> !piece.isBlank())
                    .toList();
            pieces.stream()
                    .limit(MAX_TYPED)
                    .forEach(
                            piece -> EmailAddress.parse(piece).ifPresentOrElse(addresses::add, () -> wrong.add(piece)));
            boolean tooMany = pieces.size() > MAX_TYPED;
            return new Typed(tooMany ? List.of() : addresses, wrong, tooMany);
        }
    }
}
