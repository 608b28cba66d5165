package io.chodae.console;

import io.chodae.identity.Role;
import io.chodae.provisioning.ConflictHandling;
import io.chodae.provisioning.ConflictPolicies;
import io.chodae.provisioning.CreateDirectoryUser;
import io.chodae.provisioning.CreateUserResult;
import io.chodae.provisioning.NewDirectoryUser;
import io.chodae.provisioning.UserFault;
import io.chodae.shared.Language;
import io.chodae.web.CurrentOperator;
import io.chodae.web.Operating;
import io.chodae.web.RequiresRole;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Makes one managed account by hand; where its address is taken, the customer's policy decides and the page says how. */
@Controller
@RequestMapping("/console/accounts/managed/new")
class NewManagedPage {

    private final CreateDirectoryUser create;
    private final ConflictPolicies policies;
    private final MessageSource messages;

    NewManagedPage(CreateDirectoryUser create, ConflictPolicies policies, MessageSource messages) {
        this.create = create;
        this.policies = policies;
        this.messages = messages;
    }

    /** What the fields hold. */
    record Typed(String email, String givenName, String familyName, Language language) {}

    @GetMapping
    @RequiresRole(Role.OPERATOR)
    String form(@CurrentOperator Operating who, Locale locale, Model model) {
        return page(who, new Typed("", "", "", Language.of(locale)), Map.of(), null, model);
    }

    @PostMapping
    @RequiresRole(Role.OPERATOR)
    String create(
            @CurrentOperator Operating who,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String givenName,
            @RequestParam(defaultValue = "") String familyName,
            @RequestParam(defaultValue = "KO") Language language,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Typed typed = new Typed(email, givenName, familyName, language);
        NewDirectoryUser wanted = new NewDirectoryUser(email, givenName, familyName, "", language, "", false, null);
        return switch (create.create(who.customer(), wanted, ConflictHandling.POLICY, who.actor())) {
            case CreateUserResult.Created created -> {
                Flash.success(
                        redirect,
                        "provisioning.new.created",
                        created.user().email().value());
                yield "redirect:/console/accounts/managed/"
                        + created.user().id().value();
            }
            case CreateUserResult.Replaced replaced -> {
                Flash.warning(
                        redirect,
                        "provisioning.new.replaced",
                        replaced.user().email().value());
                yield "redirect:/console/accounts/managed/"
                        + replaced.user().id().value();
            }
            case CreateUserResult.Invited invited -> {
                Flash.success(
                        redirect, "provisioning.new.invited", invited.email().value());
                yield "redirect:" + ConflictPolicyPage.PATH;
            }
            case CreateUserResult.Exists exists -> {
                Flash.warning(
                        redirect,
                        "provisioning.new.exists",
                        exists.user().email().value());
                yield "redirect:/console/accounts/managed/" + exists.user().id().value();
            }
            case CreateUserResult.Conflict conflict -> {
                response.setStatus(HttpStatus.CONFLICT.value());
                yield page(
                        who,
                        typed,
                        Map.of(),
                        "provisioning.reason." + conflict.reason().name(),
                        model);
            }
            case CreateUserResult.Invalid invalid -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield page(who, typed, sentences(invalid, locale), null, model);
            }
        };
    }

    private String page(
            Operating who, Typed typed, Map<String, String> errors, @Nullable String conflict, Model model) {
        model.addAttribute("typed", typed);
        model.addAttribute("errors", errors);
        model.addAttribute("conflict", conflict);
        model.addAttribute("languages", Language.values());
        model.addAttribute("policy", policies.of(who.customer()));
        return "console/managed-new";
    }

    private Map<String, String> sentences(CreateUserResult.Invalid invalid, Locale locale) {
        Map<String, String> sentences = new LinkedHashMap<>();
        for (UserFault fault : UserFault.values()) {
            if (invalid.faults().contains(fault)) {
                sentences.putIfAbsent(
                        field(fault), messages.getMessage("provisioning.fault." + fault.name(), null, locale));
            }
        }
        return sentences;
    }

    private static String field(UserFault fault) {
        return switch (fault) {
            case GIVEN_NAME_TOO_LONG, NAME_TOO_LONG -> "givenName";
            case FAMILY_NAME_TOO_LONG -> "familyName";
            case EMAIL_MALFORMED,
                    FOREIGN_DOMAIN,
                    ADDRESS_TAKEN,
                    EXTERNAL_ID_TOO_LONG,
                    EXTERNAL_ID_TAKEN,
                    PASSWORD_SHORT,
                    PASSWORD_LONG,
                    PASSWORD_ADDRESS,
                    PASSWORD_COMMON -> "email";
        };
    }
}
