package io.chodae.console;

import io.chodae.audit.AuditHistory;
import io.chodae.directory.ManagedAccount;
import io.chodae.directory.ManagedAccountList;
import io.chodae.identity.ManagedChange;
import io.chodae.identity.Membership;
import io.chodae.identity.RemoveManagedAccount;
import io.chodae.identity.RenameManagedAccount;
import io.chodae.identity.ResetManagedAccount;
import io.chodae.identity.Role;
import io.chodae.identity.SuspendManagedAccount;
import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;
import io.chodae.web.CurrentOperator;
import io.chodae.web.Operating;
import io.chodae.web.RequiresRole;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One managed account, and what the customer may do to it; each act says first what will happen. */
@Controller
@RequestMapping("/console/accounts/managed/{managedId}")
class ManagedAccountPage {

    private static final String ACT = "/{managedAct:suspend|resume|reset|sign-out|rename|remove}";
    private static final int LINES = 50;

    private final ManagedAccountList accounts;
    private final SuspendManagedAccount suspend;
    private final ResetManagedAccount reset;
    private final RenameManagedAccount rename;
    private final RemoveManagedAccount remove;
    private final AuditHistory history;
    private final AuditWords words;

    ManagedAccountPage(
            ManagedAccountList accounts,
            SuspendManagedAccount suspend,
            ResetManagedAccount reset,
            RenameManagedAccount rename,
            RemoveManagedAccount remove,
            AuditHistory history,
            AuditWords words) {
        this.accounts = accounts;
        this.suspend = suspend;
        this.reset = reset;
        this.rename = rename;
        this.remove = remove;
        this.history = history;
        this.words = words;
    }

    /** Something that happened to the account. */
    record Line(Instant at, String what, String actor) {}

    @GetMapping
    String show(@CurrentOperator Membership operator, @PathVariable long managedId, Locale locale, Model model) {
        model.addAttribute("managed", find(operator.customer(), managedId));
        model.addAttribute(
                "acts",
                history.of(operator.customer(), "account", Long.toString(managedId), LINES).stream()
                        .map(act -> new Line(act.at(), words.action(act.action(), locale), act.actor()))
                        .toList());
        return "console/managed-account";
    }

    @GetMapping(ACT)
    @RequiresRole(Role.OPERATOR)
    String ask(
            @CurrentOperator Operating who,
            @PathVariable long managedId,
            @PathVariable("managedAct") String act,
            Model model) {
        return asked(find(who.customer(), managedId), act, "", model);
    }

    @PostMapping(ACT)
    @RequiresRole(Role.OPERATOR)
    String act(
            @CurrentOperator Operating who,
            @PathVariable long managedId,
            @PathVariable("managedAct") String act,
            @RequestParam(defaultValue = "") String email,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        ManagedAccount managed = find(who.customer(), managedId);
        ManagedChange change = done(who, managed.account().id(), act, email);
        return switch (change) {
            case DONE, UNCHANGED -> {
                Flash.success(
                        redirect,
                        "managed.act." + act + ".done",
                        act.equals("rename")
                                ? email.strip()
                                : managed.account().email().value());
                yield act.equals("remove")
                        ? "redirect:/console/accounts/managed"
                        : "redirect:/console/accounts/managed/" + managedId;
            }
            case NOT_MANAGED -> throw new NotFound();
            case NOT_YOURS, SUSPENDED, LAST_OWNER, ADDRESS_TAKEN, FOREIGN_DOMAIN, MALFORMED -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                model.addAttribute("fault", "managed.refused." + change.name());
                yield asked(managed, act, email, model);
            }
        };
    }

    private ManagedChange done(Operating who, AccountId account, String act, String email) {
        CustomerId customer = who.customer();
        return switch (act) {
            case "suspend" -> suspend.suspend(customer, account, who.actor());
            case "resume" -> suspend.resume(customer, account, who.actor());
            case "reset" -> reset.mailLink(customer, account, who.actor());
            case "sign-out" -> reset.signOutEverywhere(customer, account, who.actor());
            case "rename" -> rename.rename(customer, account, email, who.actor());
            case "remove" -> remove.remove(customer, account, who.actor());
            default -> throw new NotFound();
        };
    }

    private static String asked(ManagedAccount managed, String act, String typed, Model model) {
        model.addAttribute("managed", managed);
        model.addAttribute("act", act);
        model.addAttribute("typed", typed);
        return "console/managed-act";
    }

    private ManagedAccount find(CustomerId customer, long id) {
        return accounts.find(customer, new AccountId(id)).orElseThrow(NotFound::new);
    }
}
