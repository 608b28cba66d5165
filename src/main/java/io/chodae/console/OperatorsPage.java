package io.chodae.console;

import io.chodae.identity.CancelOperatorInvitation;
import io.chodae.identity.ChangeOperatorRole;
import io.chodae.identity.Colleague;
import io.chodae.identity.FormFault;
import io.chodae.identity.InviteOperator;
import io.chodae.identity.InviteOperatorResult;
import io.chodae.identity.Membership;
import io.chodae.identity.OperatorChange;
import io.chodae.identity.OperatorInvitation;
import io.chodae.identity.OperatorInvitations;
import io.chodae.identity.Operators;
import io.chodae.identity.RemoveOperator;
import io.chodae.identity.ResendOperatorInvitation;
import io.chodae.identity.ResendOperatorResult;
import io.chodae.identity.Role;
import io.chodae.mail.Deliveries;
import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;
import io.chodae.shared.Language;
import io.chodae.web.CurrentOperator;
import io.chodae.web.Dates;
import io.chodae.web.Operating;
import io.chodae.web.RequiresRole;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who works for the publisher. Everybody who does may read it; an owner invites, changes and removes. */
@Controller
@RequestMapping(OperatorsPage.PATH)
class OperatorsPage {

    static final String PATH = "/console/settings/operators";

    private static final String BACK = "redirect:" + PATH;

    private final Operators operators;
    private final OperatorInvitations invitations;
    private final InviteOperator inviteOperator;
    private final ResendOperatorInvitation resendInvitation;
    private final CancelOperatorInvitation cancelInvitation;
    private final ChangeOperatorRole changeRole;
    private final RemoveOperator removeOperator;
    private final Deliveries deliveries;
    private final TooManyAnswer tooMany;
    private final Dates dates;
    private final MessageSource messages;

    OperatorsPage(
            Operators operators,
            OperatorInvitations invitations,
            InviteOperator inviteOperator,
            ResendOperatorInvitation resendInvitation,
            CancelOperatorInvitation cancelInvitation,
            ChangeOperatorRole changeRole,
            RemoveOperator removeOperator,
            Deliveries deliveries,
            TooManyAnswer tooMany,
            Dates dates,
            MessageSource messages) {
        this.operators = operators;
        this.invitations = invitations;
        this.inviteOperator = inviteOperator;
        this.resendInvitation = resendInvitation;
        this.cancelInvitation = cancelInvitation;
        this.changeRole = changeRole;
        this.removeOperator = removeOperator;
        this.deliveries = deliveries;
        this.tooMany = tooMany;
        this.dates = dates;
        this.messages = messages;
    }

    /** What the form that invites holds. */
    record Typed(String email, @Nullable Role role, Language language) {}

    @GetMapping
    String list(@CurrentOperator Operating who, Locale locale, Model model) {
        return page(who, new Typed("", null, Language.of(locale)), Map.of(), model);
    }

    @PostMapping
    @RequiresRole(Role.OWNER)
    String invite(
            @CurrentOperator Operating who,
            @RequestParam(defaultValue = "") String email,
            @RequestParam @Nullable Role role,
            @RequestParam Language language,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        return switch (inviteOperator.invite(who.customer(), email, role, language, who.actor())) {
            case InviteOperatorResult.Invited invited -> {
                Flash.success(
                        redirect,
                        "operator.invited",
                        invited.invitation().email().value());
                yield BACK;
            }
            case InviteOperatorResult.Invalid invalid -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield page(who, new Typed(email, role, language), sentences(invalid.faults(), locale), model);
            }
            case InviteOperatorResult.TooMany many -> {
                String again = dates.in(Language.of(locale)).deadline(tooMany.stays(many.pause(), response));
                String enough = messages.getMessage("console.limited.colleague", new Object[] {again}, locale);
                yield page(who, new Typed(email, role, language), Map.of("email", enough), model);
            }
        };
    }

    @PostMapping("/{accountId}/role")
    @RequiresRole(Role.OWNER)
    String change(
            @CurrentOperator Operating who,
            @PathVariable long accountId,
            @RequestParam Role role,
            RedirectAttributes redirect) {
        Colleague colleague = colleague(who.membership(), accountId);
        OperatorChange change = changeRole.change(who.customer(), colleague.account(), role, who.actor());
        tell(change, "operator.changed", colleague, redirect);
        return BACK;
    }

    @GetMapping("/{accountId}/remove")
    @RequiresRole(Role.OWNER)
    String askToRemove(@CurrentOperator Operating who, @PathVariable long accountId, Model model) {
        Colleague colleague = colleague(who.membership(), accountId);
        model.addAttribute("colleague", colleague);
        model.addAttribute("self", colleague.account().equals(who.actor().account()));
        return "console/operator-remove";
    }

    @PostMapping("/{accountId}/remove")
    @RequiresRole(Role.OWNER)
    String remove(@CurrentOperator Operating who, @PathVariable long accountId, RedirectAttributes redirect) {
        Colleague colleague = colleague(who.membership(), accountId);
        OperatorChange change = removeOperator.remove(who.customer(), colleague.account(), who.actor());
        if (change == OperatorChange.DONE
                && colleague.account().equals(who.actor().account())) {
            return "redirect:/me";
        }
        tell(change, "operator.removed", colleague, redirect);
        return BACK;
    }

    @PostMapping("/invitations/{operatorInvitationId}/resend")
    @RequiresRole(Role.OWNER)
    String resend(
            @CurrentOperator Operating who,
            @PathVariable long operatorInvitationId,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        return switch (resendInvitation.resend(who.customer(), operatorInvitationId, who.actor())) {
            case ResendOperatorResult.Sent sent -> {
                Flash.success(
                        redirect, "operator.invited", sent.invitation().email().value());
                yield BACK;
            }
            case ResendOperatorResult.Gone gone -> throw new NotFound();
            case ResendOperatorResult.TooMany many -> tooMany.colleagues(many.pause(), PATH, model, response);
        };
    }

    @PostMapping("/invitations/{operatorInvitationId}/cancel")
    @RequiresRole(Role.OWNER)
    String cancel(
            @CurrentOperator Operating who, @PathVariable long operatorInvitationId, RedirectAttributes redirect) {
        String email = cancelInvitation
                .cancel(who.customer(), operatorInvitationId, who.actor())
                .orElseThrow(NotFound::new);
        Flash.success(redirect, "operator.canceled", email);
        return BACK;
    }

    private String page(Operating who, Typed typed, Map<String, String> errors, Model model) {
        model.addAttribute("colleagues", operators.of(who.customer()));
        model.addAttribute("me", who.actor().account());
        List<OperatorInvitation> open = invitations.open(who.customer());
        model.addAttribute("open", open);
        model.addAttribute(
                "mails",
                deliveries.latestFor(
                        CustomerId.HOUSE,
                        "operator-invitation",
                        open.stream().map(OperatorInvitation::id).toList()));
        model.addAttribute("roles", List.of(Role.OPERATOR, Role.VIEWER, Role.OWNER));
        model.addAttribute("languages", Language.values());
        model.addAttribute("typed", typed);
        model.addAttribute("errors", errors);
        return "console/operators";
    }

    private Colleague colleague(Membership operator, long accountId) {
        AccountId account = new AccountId(accountId);
        return operators.of(operator.customer()).stream()
                .filter(one -> one.account().equals(account))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private static void tell(OperatorChange change, String done, Colleague colleague, RedirectAttributes redirect) {
        switch (change) {
            case DONE, SAME -> Flash.success(redirect, done, colleague.email());
            case LAST_OWNER -> Flash.warning(redirect, "operator.lastOwner", colleague.email());
            case GONE -> throw new NotFound();
        }
    }

    private Map<String, String> sentences(List<FormFault> faults, Locale locale) {
        Map<String, String> errors = new LinkedHashMap<>();
        for (FormFault fault : faults) {
            errors.putIfAbsent(
                    fault.field(),
                    messages.getMessage(fault.code(), fault.args().toArray(), locale));
        }
        return errors;
    }
}
