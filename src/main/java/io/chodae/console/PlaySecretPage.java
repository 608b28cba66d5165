package io.chodae.console;

import io.chodae.bizkit.PrivatePlay;
import io.chodae.bizkit.PrivatePlays;
import io.chodae.identity.Role;
import io.chodae.playclient.PlayClients;
import io.chodae.playclient.RenewPlaySecret;
import io.chodae.web.CurrentOperator;
import io.chodae.web.Operating;
import io.chodae.web.RequiresRole;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The secrets of a Play that signs people in: a new one, shown once, and the end of the one before. */
@Controller
@RequestMapping("/console/plays/{playId}/sign-in/secret")
class PlaySecretPage {

    private final PrivatePlays plays;
    private final PlayClients clients;
    private final RenewPlaySecret renew;
    private final PlaySignInModel page;

    PlaySecretPage(PrivatePlays plays, PlayClients clients, RenewPlaySecret renew, PlaySignInModel page) {
        this.plays = plays;
        this.clients = clients;
        this.renew = renew;
        this.page = page;
    }

    @PostMapping
    @RequiresRole(Role.OWNER)
    String renew(
            @CurrentOperator Operating who,
            @PathVariable long playId,
            @RequestParam int secretNo,
            Model model,
            RedirectAttributes redirect) {
        PrivatePlay play = registered(who, playId);
        Optional<String> secret = renew.renew(who.customer(), playId, secretNo, who.actor());
        if (secret.isEmpty()) {
            Flash.warning(redirect, "playclient.secret.stale");
            return "redirect:/console/plays/" + playId + "/sign-in";
        }
        return page.withSecret(who.membership(), play, clients.find(who.customer(), playId), secret.get(), model);
    }

    @PostMapping("/end-old")
    @RequiresRole(Role.OWNER)
    String endOld(@CurrentOperator Operating who, @PathVariable long playId, RedirectAttributes redirect) {
        registered(who, playId);
        renew.endOld(who.customer(), playId, who.actor());
        Flash.success(redirect, "playclient.secret.endedOld");
        return "redirect:/console/plays/" + playId + "/sign-in";
    }

    private PrivatePlay registered(Operating who, long playId) {
        if (clients.find(who.customer(), playId).isEmpty()) {
            throw new NotFound();
        }
        return plays.find(who.customer(), playId).orElseThrow(NotFound::new);
    }
}
