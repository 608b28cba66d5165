package io.chodae.console;

import io.chodae.identity.ApiScopes;
import io.chodae.identity.CreateServiceAccount;
import io.chodae.identity.Role;
import io.chodae.identity.ServiceAccounts;
import io.chodae.web.CurrentOperator;
import io.chodae.web.Operating;
import io.chodae.web.RequiresRole;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The programs that act for the publisher's administrators without asking them each time; an owner makes them. */
@Controller
@RequestMapping("/console/settings/service-accounts")
class ServiceAccountsPage {

    private final ServiceAccounts accounts;
    private final CreateServiceAccount create;
    private final ServiceAccountWords words;

    ServiceAccountsPage(ServiceAccounts accounts, CreateServiceAccount create, ServiceAccountWords words) {
        this.accounts = accounts;
        this.create = create;
        this.words = words;
    }

    @GetMapping
    String list(@CurrentOperator Operating who, Model model) {
        return page(who, "", List.of(), Map.of(), model);
    }

    @PostMapping
    @RequiresRole(Role.OWNER)
    String create(
            @CurrentOperator Operating who,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") List<String> scopes,
            @RequestParam Optional<UUID> press,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        return switch (create.create(who.customer(), press.orElseGet(UUID::randomUUID), name, scopes, who.actor())) {
            case CreateServiceAccount.Result.Created created ->
                "redirect:/console/settings/service-accounts/" + created.id();
            case CreateServiceAccount.Result.Faults faults -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield page(who, name, scopes, words.sentences(faults.faults(), locale), model);
            }
        };
    }

    private String page(Operating who, String name, List<String> typed, Map<String, String> errors, Model model) {
        model.addAttribute("accounts", accounts.of(who.customer()));
        model.addAttribute("scopes", ApiScopes.ALL);
        model.addAttribute("name", name);
        model.addAttribute("press", UUID.randomUUID());
        model.addAttribute("typed", typed);
        model.addAttribute("errors", errors);
        return "console/service-accounts";
    }
}
