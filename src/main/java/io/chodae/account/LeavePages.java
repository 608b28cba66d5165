package io.chodae.account;

import io.chodae.audit.Actor;
import io.chodae.directory.Account;
import io.chodae.directory.Customer;
import io.chodae.directory.Customers;
import io.chodae.identity.Membership;
import io.chodae.identity.Operators;
import io.chodae.identity.RemoveOperator;
import io.chodae.web.CurrentMember;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How an operator stops working for a publisher: what that costs, or why it cannot be, before it happens. */
@Controller
@RequestMapping("/me/publishers/{publisherId}/leave")
class LeavePages {

    private final Customers customers;
    private final Operators operators;
    private final RemoveOperator removeOperator;

    LeavePages(Customers customers, Operators operators, RemoveOperator removeOperator) {
        this.customers = customers;
        this.operators = operators;
        this.removeOperator = removeOperator;
    }

    @GetMapping
    String ask(@CurrentMember Account member, @PathVariable String publisherId, Model page) {
        Membership membership = own(member, publisherId);
        page.addAttribute("publisherId", publisherId);
        page.addAttribute("membership", membership);
        page.addAttribute("lastOwner", removeOperator.isLastOwner(membership.customer(), member.id()));
        return "account/leave";
    }

    /** Whoever became the last owner meanwhile is told so by the page that asked. */
    @PostMapping
    String leave(@CurrentMember Account member, @PathVariable String publisherId, RedirectAttributes next) {
        Membership membership = own(member, publisherId);
        Actor actor = Actor.account(member.id(), member.email().value());
        return switch (removeOperator.remove(membership.customer(), member.id(), actor)) {
            case DONE, SAME -> {
                next.addFlashAttribute("flash", FormAnswers.success("leave.done", membership.customerName()));
                yield "redirect:/me/profile";
            }
            case LAST_OWNER -> "redirect:/me/publishers/" + publisherId + "/leave";
            case GONE -> throw notFound();
        };
    }

    private Membership own(Account member, String publisherId) {
        return customers
                .findByExternalId(publisherId)
                .map(Customer::id)
                .flatMap(customer -> operators.membership(member.id(), customer))
                .orElseThrow(LeavePages::notFound);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
