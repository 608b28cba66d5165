package io.chodae.console;

import io.chodae.capture.CancelUserInvitations;
import io.chodae.capture.SendUserInvitations;
import io.chodae.capture.TransferAct;
import io.chodae.capture.TransferDeadlines;
import io.chodae.capture.TransferJobs;
import io.chodae.capture.TransferNotes;
import io.chodae.capture.UserInvitation;
import io.chodae.capture.UserInvitationResult;
import io.chodae.capture.UserInvitations;
import io.chodae.directory.VerifiedDomains;
import io.chodae.identity.Membership;
import io.chodae.identity.Role;
import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import io.chodae.web.CurrentOperator;
import io.chodae.web.Operating;
import io.chodae.web.RequiresRole;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The unmanaged accounts of the customer's domains and what became of their transfer requests. */
@Controller
class AccountsPage {

    private static final int PAGE = 50;
    private static final int COUNTED = 10_000;

    private final UserInvitations invitations;
    private final TransferJobs jobs;
    private final TransferDeadlines deadlines;
    private final TransferNotes notes;
    private final VerifiedDomains domains;
    private final SendUserInvitations send;
    private final CancelUserInvitations cancel;

    AccountsPage(
            UserInvitations invitations,
            TransferJobs jobs,
            TransferDeadlines deadlines,
            TransferNotes notes,
            VerifiedDomains domains,
            SendUserInvitations send,
            CancelUserInvitations cancel) {
        this.invitations = invitations;
        this.jobs = jobs;
        this.deadlines = deadlines;
        this.notes = notes;
        this.domains = domains;
        this.send = send;
        this.cancel = cancel;
    }

    @GetMapping("/console/accounts")
    String list(@CurrentOperator Membership operator, AccountsFilter filter, Model model) {
        CustomerId customer = operator.customer();
        List<UserInvitation> found = invitations.page(
                customer, filter.states(), filter.beginning(), filter.order(), filter.position(), PAGE + 1);
        List<UserInvitation> shown = found.size() > PAGE ? found.subList(0, PAGE) : found;
        model.addAttribute("filter", filter);
        model.addAttribute("counts", invitations.countsUpTo(customer, filter.beginning(), COUNTED + 1));
        model.addAttribute("counted", COUNTED);
        model.addAttribute("accounts", shown);
        model.addAttribute(
                "next", found.size() > PAGE ? filter.behind(shown.getLast()).path() : null);
        model.addAttribute("jobs", jobs.running(customer));
        model.addAttribute(
                "deadlines",
                deadlines.of(customer, shown.stream().map(UserInvitation::email).toList()));
        model.addAttribute(
                "notes",
                notes.of(customer, shown.stream().map(UserInvitation::email).toList()));
        model.addAttribute("noDomain", domains.of(customer).isEmpty());
        return "console/accounts";
    }

    /** One account, at once. */
    @PostMapping("/console/accounts/one")
    @RequiresRole(Role.OPERATOR)
    String one(
            @CurrentOperator Operating who,
            @RequestParam TransferAct act,
            @RequestParam String email,
            @RequestParam(defaultValue = "0") int sent,
            AccountsFilter filter,
            RedirectAttributes redirect) {
        EmailAddress address = EmailAddress.parse(email)
                .filter(typed -> invitations.find(who.customer(), typed).isPresent())
                .orElseThrow(NotFound::new);
        Optional<UserInvitationResult> result = switch (act) {
            case SEND -> send.sendOnce(who.customer(), address, sent, who.actor());
            case CANCEL ->
                Optional.ofNullable(cancel.cancel(who.customer(), List.of(address), who.actor())
                        .get(address.key()));
            case EVICT -> throw new NotFound();
        };
        if (result.isEmpty()) {
            Flash.warning(redirect, "accounts.moved", address.value());
        } else if (result.get() instanceof UserInvitationResult.Refused refused) {
            Flash.warning(redirect, "accounts.refused." + refused.reason().name(), address.value());
        } else {
            Flash.success(redirect, "accounts.done." + act.name(), address.value());
        }
        return "redirect:" + filter.path();
    }
}
