package io.chodae.account;

import io.chodae.directory.Account;
import io.chodae.directory.Accounts;
import io.chodae.identity.JoinAsOperator;
import io.chodae.identity.JoinResult;
import io.chodae.identity.OperatorInvitation;
import io.chodae.identity.OperatorInvitations;
import io.chodae.identity.SignUp;
import io.chodae.identity.SignUpResult;
import io.chodae.shared.CustomerId;
import io.chodae.shared.Language;
import io.chodae.shared.LinkToken;
import io.chodae.web.ChosenCustomer;
import io.chodae.web.CurrentMember;
import io.chodae.web.SignInProviders;
import io.chodae.web.SignInSilently;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The link by which a colleague joins a publisher. Opening it changes nothing: it shows what is asked and who is signed
 * in, and lets somebody sign in, or make the account of the invited address; the one button joins.
 */
@Controller
class JoinPages {

    private static final String PURPOSE = "join";
    private static final String CONFIRM = "account/join";
    private static final String START = "account/join-start";

    private final OperatorInvitations invitations;
    private final JoinAsOperator joinAsOperator;
    private final Accounts accounts;
    private final SignUp signUp;
    private final SignInSilently signIn;
    private final SignInProviders providers;
    private final ChosenCustomer customers;
    private final FormAnswers answers;

    JoinPages(
            OperatorInvitations invitations,
            JoinAsOperator joinAsOperator,
            Accounts accounts,
            SignUp signUp,
            SignInSilently signIn,
            SignInProviders providers,
            ChosenCustomer customers,
            FormAnswers answers) {
        this.invitations = invitations;
        this.joinAsOperator = joinAsOperator;
        this.accounts = accounts;
        this.signUp = signUp;
        this.signIn = signIn;
        this.providers = providers;
        this.customers = customers;
        this.answers = answers;
    }

    @GetMapping("/join/{token}")
    String show(
            @PathVariable String token,
            @CurrentMember Optional<Account> member,
            HttpServletRequest request,
            HttpServletResponse response,
            Model page) {
        Optional<OperatorInvitation> invitation = LinkToken.parse(token).flatMap(invitations::byToken);
        if (invitation.isEmpty()) {
            return answers.deadLink(page, response, PURPOSE);
        }
        if (request.getParameter("reset") != null) {
            page.addAttribute("news", answers.text("account.sign-in.reset"));
        }
        return member.map(account -> confirm(token, invitation.get(), account, page))
                .orElseGet(() -> start(token, invitation.get(), "", page));
    }

    @PostMapping("/join/{token}/sign-up")
    String signUp(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String password,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response,
            Model page) {
        Optional<OperatorInvitation> invitation = LinkToken.parse(token).flatMap(invitations::byToken);
        if (invitation.isEmpty()) {
            return answers.deadLink(page, response, PURPOSE);
        }
        return switch (signUp.signUp(invitation.get().email().value(), name, password, Language.of(locale), true)) {
            case SignUpResult.Created created -> {
                signIn.signIn(created.account(), request, response);
                yield "redirect:/join/" + token;
            }
            case SignUpResult.AddressTaken taken -> "redirect:/join/" + token;
            case SignUpResult.DomainLocked locked -> {
                answers.locked(page, response, locked);
                yield start(token, invitation.get(), name, page);
            }
            case SignUpResult.Invalid invalid -> {
                answers.refuse(page, response, invalid.faults());
                yield start(token, invitation.get(), name, page);
            }
            case SignUpResult.TooMany tooMany -> {
                answers.pause(page, response, tooMany.pause());
                yield start(token, invitation.get(), name, page);
            }
        };
    }

    @PostMapping("/join/{token}")
    String join(
            @PathVariable String token,
            @CurrentMember Optional<Account> member,
            HttpServletRequest request,
            HttpServletResponse response,
            Model page,
            RedirectAttributes next) {
        Optional<LinkToken> link = LinkToken.parse(token);
        if (link.isEmpty()) {
            return answers.deadLink(page, response, PURPOSE);
        }
        if (member.isEmpty()) {
            return "redirect:/join/" + token;
        }
        return switch (joinAsOperator.join(link.get(), member.get())) {
            case JoinResult.Joined joined -> {
                next.addFlashAttribute("flash", FormAnswers.success("operator.joined"));
                yield console(request, member.get(), joined.customer());
            }
            case JoinResult.AlreadyThere there -> console(request, member.get(), there.customer());
            case JoinResult.OtherAddress other -> {
                response.setStatus(HttpStatus.CONFLICT.value());
                yield show(token, member, request, response, page);
            }
            case JoinResult.DeadLink dead -> answers.deadLink(page, response, PURPOSE);
        };
    }

    private String console(HttpServletRequest request, Account member, CustomerId customer) {
        customers.choose(request, member.id(), customer);
        return "redirect:/console";
    }

    private static String confirm(String token, OperatorInvitation invitation, Account member, Model page) {
        common(token, invitation, page);
        page.addAttribute("member", member);
        page.addAttribute("same", invitation.email().key().equals(member.email().key()));
        return CONFIRM;
    }

    private String start(String token, OperatorInvitation invitation, String name, Model page) {
        common(token, invitation, page);
        page.addAttribute("known", accounts.findByEmail(invitation.email()).isPresent());
        page.addAttribute("name", name);
        page.addAttribute("providers", providers.list());
        return START;
    }

    private static void common(String token, OperatorInvitation invitation, Model page) {
        page.addAttribute("path", "/join/" + token);
        page.addAttribute("invitation", invitation);
    }
}
