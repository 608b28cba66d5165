package io.chodae.console;

import io.chodae.capture.StartTransferJob;
import io.chodae.capture.TransferAct;
import io.chodae.capture.TransferPeople;
import io.chodae.capture.UserInvitationState;
import io.chodae.capture.UserInvitations;
import io.chodae.identity.Membership;
import io.chodae.identity.Role;
import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import io.chodae.web.CurrentOperator;
import io.chodae.web.Operating;
import io.chodae.web.RequiresRole;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Asks before something is done to many unmanaged accounts, and has it done. */
@Controller
class AccountsBulkPage {

    private final UserInvitations invitations;
    private final StartTransferJob start;

    AccountsBulkPage(UserInvitations invitations, StartTransferJob start) {
        this.invitations = invitations;
        this.start = start;
    }

    /**
     * Says what will happen to how many; a form, since addresses belong into no log of addresses.
     *
     * @param email of whoever was ticked
     * @param all whether everybody whom the filter shows is meant instead
     */
    @PostMapping("/console/accounts/ask")
    @RequiresRole(Role.OPERATOR)
    String ask(
            @CurrentOperator Membership operator,
            @RequestParam TransferAct act,
            @RequestParam(defaultValue = "") List<String> email,
            @RequestParam(defaultValue = "false") boolean all,
            AccountsFilter filter,
            Model model,
            RedirectAttributes redirect) {
        refuseEvictions(act);
        Map<UserInvitationState, Long> counts = counts(operator.customer(), addresses(email), all, filter);
        if (counts.isEmpty()) {
            Flash.warning(redirect, "accounts.nobody");
            return "redirect:" + filter.path();
        }
        model.addAttribute("act", act);
        model.addAttribute("counts", counts);
        model.addAttribute("affected", affected(act, counts));
        model.addAttribute("emails", all ? List.of() : email);
        model.addAttribute("all", all);
        model.addAttribute("filter", filter);
        model.addAttribute("press", UUID.randomUUID());
        return "console/accounts-ask";
    }

    @PostMapping("/console/accounts/act")
    @RequiresRole(Role.OPERATOR)
    String act(
            @CurrentOperator Operating who,
            @RequestParam TransferAct act,
            @RequestParam(defaultValue = "") List<String> email,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam Optional<UUID> press,
            AccountsFilter filter,
            RedirectAttributes redirect) {
        refuseEvictions(act);
        TransferPeople people = all
                ? new TransferPeople.Matching(act, filter.states(), filter.beginning())
                : new TransferPeople.Chosen(act, addresses(email));
        OptionalLong job = start.start(who.customer(), press.orElseGet(UUID::randomUUID), people, who.actor());
        if (job.isEmpty()) {
            Flash.warning(redirect, "accounts.nobody");
            return "redirect:" + filter.path();
        }
        return "redirect:/console/accounts/jobs/" + job.getAsLong();
    }

    /** They are asked about on a page of their own, which is for owners. */
    private static void refuseEvictions(TransferAct act) {
        if (act == TransferAct.EVICT) {
            throw new NotFound();
        }
    }

    private static List<EmailAddress> addresses(List<String> typed) {
        return typed.stream().map(EmailAddress::parse).flatMap(Optional::stream).toList();
    }

    private Map<UserInvitationState, Long> counts(
            CustomerId customer, List<EmailAddress> emails, boolean all, AccountsFilter filter) {
        Map<UserInvitationState, Long> counts = new EnumMap<>(UserInvitationState.class);
        if (all) {
            counts.putAll(invitations.counts(customer, filter.beginning()));
            counts.keySet().retainAll(filter.states());
            counts.values().removeIf(count -> count == 0);
        } else {
            emails.stream()
                    .map(email -> invitations.find(customer, email))
                    .flatMap(Optional::stream)
                    .forEach(one -> counts.merge(one.state(), 1L, Long::sum));
        }
        return counts;
    }

    /** To how many it would be done, as they stand now. */
    private static long affected(TransferAct act, Map<UserInvitationState, Long> counts) {
        return counts.entrySet().stream()
                .filter(count -> switch (act) {
                    case SEND -> count.getKey() != UserInvitationState.ACCEPTED;
                    case CANCEL -> count.getKey() == UserInvitationState.INVITED;
                    case EVICT -> false;
                })
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
