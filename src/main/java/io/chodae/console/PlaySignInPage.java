package io.chodae.console;

import io.chodae.bizkit.PrivatePlay;
import io.chodae.bizkit.PrivatePlays;
import io.chodae.identity.Membership;
import io.chodae.identity.Role;
import io.chodae.playclient.ChangePlayClient;
import io.chodae.playclient.ClientAddresses;
import io.chodae.playclient.PlayClient;
import io.chodae.playclient.PlayClients;
import io.chodae.playclient.RegisterPlayClient;
import io.chodae.shared.CustomerId;
import io.chodae.web.CurrentOperator;
import io.chodae.web.Operating;
import io.chodae.web.RequiresRole;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A Play's registration as a client. Where a sign-in may end decides who could catch it, so everything here is an owner's
 * to change.
 */
@Controller
@RequestMapping("/console/plays/{playId}/sign-in")
class PlaySignInPage {

    private final PrivatePlays plays;
    private final PlayClients clients;
    private final RegisterPlayClient register;
    private final ChangePlayClient change;
    private final PlaySignInModel page;

    PlaySignInPage(
            PrivatePlays plays,
            PlayClients clients,
            RegisterPlayClient register,
            ChangePlayClient change,
            PlaySignInModel page) {
        this.plays = plays;
        this.clients = clients;
        this.register = register;
        this.change = change;
        this.page = page;
    }

    @GetMapping
    String show(@CurrentOperator Membership operator, @PathVariable long playId, Model model) {
        PrivatePlay play = play(operator.customer(), playId);
        return page.fill(operator, play, clients.find(operator.customer(), playId), model);
    }

    /** Registers, which shows the secret once, or puts other addresses in place. */
    @PostMapping
    @RequiresRole(Role.OWNER)
    String save(
            @CurrentOperator Operating who,
            @PathVariable long playId,
            @RequestParam String redirectUris,
            @RequestParam String postLogoutRedirectUris,
            @RequestParam(defaultValue = "false") boolean registering,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        PrivatePlay play = play(who.customer(), playId);
        Optional<PlayClient> client = clients.find(who.customer(), playId);
        ClientAddresses typed = ClientAddresses.typed(redirectUris, postLogoutRedirectUris);
        if (client.isEmpty()) {
            return switch (register.register(who.customer(), playId, typed, who.actor())) {
                case RegisterPlayClient.Result.Registered made ->
                    page.withSecret(who.membership(), play, clients.find(who.customer(), playId), made.secret(), model);
                case RegisterPlayClient.Result.Faults faults ->
                    page.again(who.membership(), play, client, typed, faults.faults(), model, response);
                case RegisterPlayClient.Result.Already already -> already(redirect, playId);
                case RegisterPlayClient.Result.Gone gone -> throw new NotFound();
            };
        }
        if (registering) {
            return already(redirect, playId);
        }
        return switch (change.addresses(who.customer(), playId, typed, who.actor())) {
            case ChangePlayClient.Result.Saved saved -> {
                Flash.success(redirect, "playclient.saved");
                yield back(playId);
            }
            case ChangePlayClient.Result.Faults faults ->
                page.again(who.membership(), play, client, typed, faults.faults(), model, response);
            case ChangePlayClient.Result.Gone gone -> throw new NotFound();
        };
    }

    @PostMapping("/enabled")
    @RequiresRole(Role.OWNER)
    String enable(
            @CurrentOperator Operating who,
            @PathVariable long playId,
            @RequestParam boolean enabled,
            RedirectAttributes redirect) {
        registered(who.customer(), playId);
        change.enable(who.customer(), playId, enabled, who.actor());
        Flash.success(redirect, enabled ? "playclient.enabled" : "playclient.disabled");
        return back(playId);
    }

    /** Says what it means before it happens. */
    @GetMapping("/remove")
    @RequiresRole(Role.OWNER)
    String ask(@CurrentOperator Membership operator, @PathVariable long playId, Model model) {
        registered(operator.customer(), playId);
        model.addAttribute("play", play(operator.customer(), playId));
        return "console/play-sign-in-remove";
    }

    @PostMapping("/remove")
    @RequiresRole(Role.OWNER)
    String remove(@CurrentOperator Operating who, @PathVariable long playId, RedirectAttributes redirect) {
        registered(who.customer(), playId);
        change.remove(who.customer(), playId, who.actor());
        Flash.success(redirect, "playclient.removed");
        return back(playId);
    }

    /** A form that was sent twice: the secret is shown once and not again. */
    private static String already(RedirectAttributes redirect, long playId) {
        Flash.warning(redirect, "playclient.already");
        return back(playId);
    }

    private static String back(long playId) {
        return "redirect:/console/plays/" + playId + "/sign-in";
    }

    private PrivatePlay play(CustomerId customer, long playId) {
        return plays.find(customer, playId).orElseThrow(NotFound::new);
    }

    private void registered(CustomerId customer, long playId) {
        if (clients.find(customer, playId).isEmpty()) {
            throw new NotFound();
        }
    }
}
