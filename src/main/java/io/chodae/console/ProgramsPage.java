package io.chodae.console;

import io.chodae.identity.ChangeProgram;
import io.chodae.identity.Program;
import io.chodae.identity.Programs;
import io.chodae.identity.RegisterProgram;
import io.chodae.identity.Role;
import io.chodae.web.CurrentOperator;
import io.chodae.web.Operating;
import io.chodae.web.RequiresRole;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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

/** Programs that ask administrators for leave: who registered them here, and what was allowed for this publisher. */
@Controller
@RequestMapping("/console/settings/programs")
class ProgramsPage {

    private static final String BACK = "redirect:/console/settings/programs";

    private final Programs programs;
    private final RegisterProgram register;
    private final ChangeProgram change;
    private final MessageSource messages;

    ProgramsPage(Programs programs, RegisterProgram register, ChangeProgram change, MessageSource messages) {
        this.programs = programs;
        this.register = register;
        this.change = change;
        this.messages = messages;
    }

    @GetMapping
    String list(@CurrentOperator Operating who, Model model) {
        return page(who, "", "", Map.of(), model);
    }

    /** The one answer that holds the secret; nothing redirects to it, so that no session keeps it. */
    @PostMapping
    @RequiresRole(Role.OWNER)
    String register(
            @CurrentOperator Operating who,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String redirectUris,
            @RequestParam Optional<UUID> press,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        return switch (register.register(
                who.customer(), press.orElseGet(UUID::randomUUID), name, redirectUris, who.actor())) {
            case RegisterProgram.Result.Registered made -> {
                model.addAttribute("secret", made.secret());
                model.addAttribute("secretOf", program(who, made.clientId()));
                yield page(who, "", "", Map.of(), model);
            }
            case RegisterProgram.Result.There there -> {
                Flash.warning(redirect, "program.there");
                yield BACK;
            }
            case RegisterProgram.Result.Faults faults -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield page(who, name, redirectUris, sentences(faults.faults(), locale), model);
            }
        };
    }

    @PostMapping("/{programId}/secret")
    @RequiresRole(Role.OWNER)
    String renew(
            @CurrentOperator Operating who,
            @PathVariable String programId,
            @RequestParam int secretNo,
            Model model,
            RedirectAttributes redirect) {
        program(who, programId);
        Optional<String> secret = change.renewSecret(who.customer(), programId, secretNo, who.actor());
        if (secret.isEmpty()) {
            Flash.warning(redirect, "program.secret.stale");
            return BACK;
        }
        model.addAttribute("secret", secret.get());
        model.addAttribute("secretOf", program(who, programId));
        return page(who, "", "", Map.of(), model);
    }

    /** Says what it means before it happens. */
    @GetMapping("/{programId}/remove")
    @RequiresRole(Role.OWNER)
    String ask(@CurrentOperator Operating who, @PathVariable String programId, Model model) {
        model.addAttribute("program", program(who, programId));
        return "console/program-remove";
    }

    @PostMapping("/{programId}/remove")
    @RequiresRole(Role.OWNER)
    String remove(@CurrentOperator Operating who, @PathVariable String programId, RedirectAttributes redirect) {
        Program program = program(who, programId);
        change.remove(who.customer(), programId, who.actor());
        Flash.success(redirect, "program.removed", program.name());
        return BACK;
    }

    @PostMapping("/consents/{consentId}/withdraw")
    @RequiresRole(Role.OWNER)
    String withdraw(@CurrentOperator Operating who, @PathVariable long consentId, RedirectAttributes redirect) {
        if (!change.withdraw(who.customer(), consentId, who.actor())) {
            throw new NotFound();
        }
        Flash.success(redirect, "program.withdrawn");
        return BACK;
    }

    private String page(Operating who, String name, String redirectUris, Map<String, String> errors, Model model) {
        model.addAttribute("programs", programs.of(who.customer()));
        model.addAttribute("consents", programs.consents(who.customer()));
        model.addAttribute("name", name);
        model.addAttribute("press", UUID.randomUUID());
        model.addAttribute("redirectUris", redirectUris);
        model.addAttribute("errors", errors);
        return "console/programs";
    }

    private Program program(Operating who, String clientId) {
        return programs.find(who.customer(), clientId).orElseThrow(NotFound::new);
    }

    private Map<String, String> sentences(Map<String, RegisterProgram.Fault> faults, Locale locale) {
        Map<String, String> sentences = new LinkedHashMap<>();
        faults.forEach((field, fault) -> sentences.put(
                field, messages.getMessage("program.fault." + fault.code(), new Object[] {fault.found()}, locale)));
        return sentences;
    }
}
