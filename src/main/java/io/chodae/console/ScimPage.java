package io.chodae.console;

import io.chodae.identity.DirectoryTokens;
import io.chodae.identity.MakeDirectoryToken;
import io.chodae.identity.RevokeDirectoryToken;
import io.chodae.identity.Role;
import io.chodae.web.CurrentOperator;
import io.chodae.web.Operating;
import io.chodae.web.RequiresRole;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
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

/** What an identity provider needs to keep the organisation's managed accounts: an address and a token. */
@Controller
@RequestMapping("/console/settings/scim")
class ScimPage {

    private static final String BACK = "redirect:/console/settings/scim";

    private final DirectoryTokens tokens;
    private final MakeDirectoryToken make;
    private final RevokeDirectoryToken revoke;
    private final MessageSource messages;
    private final String baseUrl;

    ScimPage(
            DirectoryTokens tokens,
            MakeDirectoryToken make,
            RevokeDirectoryToken revoke,
            MessageSource messages,
            @Value("${chodae.public-url}") String publicUrl) {
        this.tokens = tokens;
        this.make = make;
        this.revoke = revoke;
        this.messages = messages;
        this.baseUrl = publicUrl.replaceFirst("/+$", "") + "/scim/v2";
    }

    @GetMapping
    @RequiresRole(Role.OWNER)
    String show(@CurrentOperator Operating who, Model model) {
        return page(who, "", Map.of(), model);
    }

    /** The one answer that holds the token; nothing redirects to it, so that no session keeps it. */
    @PostMapping
    @RequiresRole(Role.OWNER)
    String make(
            @CurrentOperator Operating who,
            @RequestParam(defaultValue = "") String name,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        return switch (make.make(who.customer(), name, who.actor())) {
            case MakeDirectoryToken.Result.Made made -> {
                model.addAttribute("secret", made.secret());
                model.addAttribute("secretName", name.strip());
                yield page(who, "", Map.of(), model);
            }
            case MakeDirectoryToken.Result.Refused refused -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield page(who, name, Map.of("name", sentence(refused.fault(), locale)), model);
            }
        };
    }

    @PostMapping("/{directoryTokenId}/revoke")
    @RequiresRole(Role.OWNER)
    String revoke(@CurrentOperator Operating who, @PathVariable long directoryTokenId, RedirectAttributes redirect) {
        if (tokens.of(who.customer()).stream().noneMatch(token -> token.id() == directoryTokenId)) {
            throw new NotFound();
        }
        revoke.revoke(who.customer(), directoryTokenId, who.actor());
        Flash.success(redirect, "scim.revoked");
        return BACK;
    }

    private String page(Operating who, String name, Map<String, String> errors, Model model) {
        model.addAttribute("baseUrl", baseUrl);
        model.addAttribute("tokens", tokens.of(who.customer()));
        model.addAttribute("name", name);
        model.addAttribute("errors", errors);
        return "console/scim";
    }

    private String sentence(MakeDirectoryToken.Fault fault, Locale locale) {
        return messages.getMessage("scim.fault." + fault.name(), new Object[] {MakeDirectoryToken.MAX_LIVE}, locale);
    }
}
