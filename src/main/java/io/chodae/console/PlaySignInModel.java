package io.chodae.console;

import io.chodae.bizkit.PrivatePlay;
import io.chodae.identity.Membership;
import io.chodae.playclient.ClientAddresses;
import io.chodae.playclient.ClientFault;
import io.chodae.playclient.PlayClient;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the page about a Play's sign-in shows. */
@Component
class PlaySignInModel {

    private static final String VIEW = "console/play-sign-in";

    private final MessageSource messages;
    private final String issuer;

    PlaySignInModel(MessageSource messages, @Value("${chodae.public-url}") String publicUrl) {
        this.messages = messages;
        this.issuer = publicUrl.replaceFirst("/+$", "");
    }

    String fill(Membership operator, PrivatePlay play, Optional<PlayClient> client, Model model) {
        ClientAddresses stored = client.map(
                        one -> new ClientAddresses(one.redirectUris(), one.postLogoutRedirectUris()))
                .orElseGet(() -> new ClientAddresses(List.of(), List.of()));
        return fill(operator, play, client, stored, Map.of(), model);
    }

    /** The one answer that holds the secret; nothing redirects to it, so that no session keeps it. */
    String withSecret(Membership operator, PrivatePlay play, Optional<PlayClient> client, String secret, Model model) {
        model.addAttribute("secret", secret);
        return fill(operator, play, client, model);
    }

    /** What was typed, and what is wrong with it. */
    String again(
            Membership operator,
            PrivatePlay play,
            Optional<PlayClient> client,
            ClientAddresses typed,
            List<ClientFault> faults,
            Model model,
            HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        Map<String, String> errors = new LinkedHashMap<>();
        faults.forEach(fault -> errors.putIfAbsent(
                fault.field(),
                messages.getMessage(
                        "playclient.fault." + fault.code(),
                        new Object[] {fault.found()},
                        LocaleContextHolder.getLocale())));
        return fill(operator, play, client, typed, errors, model);
    }

    private String fill(
            Membership operator,
            PrivatePlay play,
            Optional<PlayClient> client,
            ClientAddresses addresses,
            Map<String, String> errors,
            Model model) {
        model.addAttribute("play", play);
        model.addAttribute("client", client.orElse(null));
        model.addAttribute("redirectUris", String.join("\n", addresses.redirectUris()));
        model.addAttribute("postLogoutRedirectUris", String.join("\n", addresses.postLogoutRedirectUris()));
        model.addAttribute("errors", errors);
        model.addAttribute("issuer", issuer);
        model.addAttribute("mayManage", operator.role().mayManage());
        return VIEW;
    }
}
