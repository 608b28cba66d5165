package io.chodae.console;

import io.chodae.identity.ApiScopes;
import io.chodae.identity.ChangeServiceAccount;
import io.chodae.identity.EditServiceAccount;
import io.chodae.identity.Role;
import io.chodae.identity.ServiceAccount;
import io.chodae.identity.ServiceAccountKeyFile;
import io.chodae.identity.ServiceAccountKeys;
import io.chodae.identity.ServiceAccounts;
import io.chodae.shared.CustomerId;
import io.chodae.web.CurrentOperator;
import io.chodae.web.Operating;
import io.chodae.web.RequiresRole;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.json.JsonMapper;

/** One service account: what it may, its keys, which are made, shown once and revoked here, its switch, its end. */
@Controller
@RequestMapping("/console/settings/service-accounts/{serviceAccountId}")
class ServiceAccountPage {

    private static final String LIST = "/console/settings/service-accounts";

    private final ServiceAccounts accounts;
    private final ServiceAccountKeys keys;
    private final ChangeServiceAccount change;
    private final EditServiceAccount edit;
    private final ServiceAccountWords words;
    private final JsonMapper json;

    ServiceAccountPage(
            ServiceAccounts accounts,
            ServiceAccountKeys keys,
            ChangeServiceAccount change,
            EditServiceAccount edit,
            ServiceAccountWords words,
            JsonMapper json) {
        this.accounts = accounts;
        this.keys = keys;
        this.change = change;
        this.edit = edit;
        this.words = words;
        this.json = json;
    }

    @GetMapping
    String show(@CurrentOperator Operating who, @PathVariable long serviceAccountId, Model model) {
        return page(account(who.customer(), serviceAccountId), model);
    }

    @PostMapping
    @RequiresRole(Role.OWNER)
    String edit(
            @CurrentOperator Operating who,
            @PathVariable long serviceAccountId,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") List<String> scopes,
            Locale locale,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        ServiceAccount account = account(who.customer(), serviceAccountId);
        return switch (edit.edit(who.customer(), serviceAccountId, name, scopes, who.actor())) {
            case EditServiceAccount.Result.Changed ignored -> {
                Flash.success(redirect, "service-account.changed");
                yield back(serviceAccountId);
            }
            case EditServiceAccount.Result.Unchanged ignored -> back(serviceAccountId);
            case EditServiceAccount.Result.Gone ignored -> throw new NotFound();
            case EditServiceAccount.Result.Faults faults -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                model.addAttribute("name", name);
                model.addAttribute("typed", scopes);
                model.addAttribute("errors", words.sentences(faults.faults(), locale));
                yield page(account, model);
            }
        };
    }

    /**
     * The one answer that holds the private key; nothing redirects to it, so that no session keeps it.
     *
     * @param known how many keys the owner saw: a form that is sent twice makes one key
     */
    @PostMapping("/keys")
    @RequiresRole(Role.OWNER)
    String addKey(
            @CurrentOperator Operating who,
            @PathVariable long serviceAccountId,
            @RequestParam int known,
            Model model,
            RedirectAttributes redirect) {
        ServiceAccount account = account(who.customer(), serviceAccountId);
        if (accounts.keys(who.customer(), serviceAccountId).size() != known) {
            Flash.warning(redirect, "service-account.key.stale");
            return back(serviceAccountId);
        }
        return switch (keys.add(who.customer(), serviceAccountId, who.actor())) {
            case ServiceAccountKeys.Result.Made made -> {
                String text = json.writerWithDefaultPrettyPrinter()
                        .writeValueAsString(made.file().fields());
                model.addAttribute("keyFile", text);
                model.addAttribute("keyFileName", fileName(account, made.file()));
                model.addAttribute(
                        "keyFileData", Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
                yield page(account(who.customer(), serviceAccountId), model);
            }
            case ServiceAccountKeys.Result.TooMany many -> {
                Flash.warning(redirect, "service-account.key.tooMany", ServiceAccountKeys.MAX_LIVE);
                yield back(serviceAccountId);
            }
            case ServiceAccountKeys.Result.Gone gone -> throw new NotFound();
        };
    }

    @PostMapping("/keys/{serviceKeyId}/revoke")
    @RequiresRole(Role.OWNER)
    String revoke(
            @CurrentOperator Operating who,
            @PathVariable long serviceAccountId,
            @PathVariable String serviceKeyId,
            RedirectAttributes redirect) {
        account(who.customer(), serviceAccountId);
        if (accounts.keys(who.customer(), serviceAccountId).stream()
                .noneMatch(key -> key.id().equals(serviceKeyId))) {
            throw new NotFound();
        }
        keys.revoke(who.customer(), serviceAccountId, serviceKeyId, who.actor());
        Flash.success(redirect, "service-account.key.revoked");
        return back(serviceAccountId);
    }

    @PostMapping("/enabled")
    @RequiresRole(Role.OWNER)
    String enable(
            @CurrentOperator Operating who,
            @PathVariable long serviceAccountId,
            @RequestParam boolean enabled,
            RedirectAttributes redirect) {
        account(who.customer(), serviceAccountId);
        change.enable(who.customer(), serviceAccountId, enabled, who.actor());
        Flash.success(redirect, enabled ? "service-account.enabled" : "service-account.disabled");
        return back(serviceAccountId);
    }

    /** Says what it means before it happens. */
    @GetMapping("/remove")
    @RequiresRole(Role.OWNER)
    String ask(@CurrentOperator Operating who, @PathVariable long serviceAccountId, Model model) {
        model.addAttribute("account", account(who.customer(), serviceAccountId));
        return "console/service-account-remove";
    }

    @PostMapping("/remove")
    @RequiresRole(Role.OWNER)
    String remove(@CurrentOperator Operating who, @PathVariable long serviceAccountId, RedirectAttributes redirect) {
        ServiceAccount account = account(who.customer(), serviceAccountId);
        change.remove(who.customer(), serviceAccountId, who.actor());
        Flash.success(redirect, "service-account.removed", account.name());
        return "redirect:" + LIST;
    }

    private String page(ServiceAccount account, Model model) {
        model.addAttribute("account", account);
        model.addAttribute("scopes", ApiScopes.ALL);
        if (!model.containsAttribute("errors")) {
            model.addAttribute("name", account.name());
            model.addAttribute("typed", account.scopes());
            model.addAttribute("errors", Map.of());
        }
        model.addAttribute("keys", accounts.keys(account.customer(), account.id()));
        return "console/service-account";
    }

    private static String fileName(ServiceAccount account, ServiceAccountKeyFile file) {
        String name = account.clientEmail().substring(0, account.clientEmail().indexOf('@'));
        return name + "-" + file.keyId().substring(0, 8) + ".json";
    }

    private ServiceAccount account(CustomerId customer, long id) {
        return accounts.find(customer, id).orElseThrow(NotFound::new);
    }

    private static String back(long id) {
        return "redirect:" + LIST + "/" + id;
    }
}
