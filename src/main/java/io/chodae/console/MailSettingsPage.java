package io.chodae.console;

import io.chodae.identity.Membership;
import io.chodae.identity.Role;
import io.chodae.sender.CheckSendingKey;
import io.chodae.sender.CheckSendingKey.Checked;
import io.chodae.sender.DropSendingKey;
import io.chodae.sender.MakeSendingKey;
import io.chodae.sender.SendingDomains;
import io.chodae.sender.SendingDomains.SendingDomain;
import io.chodae.sender.SendingKeyResult;
import io.chodae.shared.EmailAddress;
import io.chodae.web.CurrentOperator;
import io.chodae.web.Operating;
import io.chodae.web.RequiresRole;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Whom a publisher's mails come from, and the DNS record that lets readers check it. Owners change it. */
@Controller
@RequestMapping("/console/settings/mail")
class MailSettingsPage {

    private static final String AGAIN = "redirect:/console/settings/mail";

    private final SendingDomains domains;
    private final MakeSendingKey makeKey;
    private final CheckSendingKey checkKey;
    private final DropSendingKey dropKey;
    private final MessageSource messages;

    MailSettingsPage(
            SendingDomains domains,
            MakeSendingKey makeKey,
            CheckSendingKey checkKey,
            DropSendingKey dropKey,
            MessageSource messages) {
        this.domains = domains;
        this.makeKey = makeKey;
        this.checkKey = checkKey;
        this.dropKey = dropKey;
        this.messages = messages;
    }

    @GetMapping
    String show(@CurrentOperator Membership operator, Model model) {
        SendingDomain domain = domains.of(operator.customer());
        return page(operator, domain, domain.wanted().map(EmailAddress::value).orElse(""), Map.of(), model);
    }

    @PostMapping
    @RequiresRole(Role.OWNER)
    String name(
            @CurrentOperator Operating who,
            @RequestParam String address,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        SendingKeyResult result = makeKey.name(who.customer(), address, who.actor());
        return switch (result) {
            case SendingKeyResult.Saved saved -> {
                Flash.success(redirect, "console.mailSettings.saved");
                yield AGAIN;
            }
            case SendingKeyResult.KeyMade made -> {
                Flash.success(redirect, "console.mailSettings.keyMade");
                yield AGAIN;
            }
            case SendingKeyResult.NoAddress no -> refused(who, address, "noAddress", locale, model, response);
            case SendingKeyResult.NotAscii not -> refused(who, address, "notAscii", locale, model, response);
            case SendingKeyResult.NoDomain none -> throw new IllegalStateException("an address has a domain");
        };
    }

    /** A new key for the domain that is there. */
    @PostMapping("/key")
    @RequiresRole(Role.OWNER)
    String renew(@CurrentOperator Operating who, RedirectAttributes redirect) {
        if (makeKey.renew(who.customer(), who.actor()) instanceof SendingKeyResult.KeyMade) {
            Flash.success(redirect, "console.mailSettings.keyMade");
        }
        return AGAIN;
    }

    @PostMapping("/check")
    @RequiresRole(Role.OWNER)
    String check(@CurrentOperator Operating who, RedirectAttributes redirect) {
        switch (checkKey.check(who.customer(), who.actor())) {
            case Checked.Found found -> Flash.success(redirect, "console.mailSettings.found", found.from());
            case Checked.Missing missing ->
                Flash.warning(redirect, "console.mailSettings.missing", missing.recordName());
            case Checked.Different different ->
                Flash.danger(
                        redirect,
                        "console.mailSettings.different",
                        different.recordName(),
                        shortened(String.join(" | ", different.texts())));
            case Checked.NoAnswer none -> Flash.warning(redirect, "console.mailSettings.noAnswer", none.why());
            case Checked.Nothing nothing -> Flash.warning(redirect, "console.mailSettings.nothing");
        }
        return AGAIN;
    }

    @PostMapping("/stop")
    @RequiresRole(Role.OWNER)
    String stop(@CurrentOperator Operating who, RedirectAttributes redirect) {
        if (dropKey.drop(who.customer(), who.actor())) {
            Flash.success(redirect, "console.mailSettings.stopped");
        }
        return AGAIN;
    }

    private String refused(
            Operating who, String address, String why, Locale locale, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        String words = messages.getMessage("console.mailSettings." + why, null, locale);
        return page(who.membership(), domains.of(who.customer()), address, Map.of("address", words), model);
    }

    private static String page(
            Membership operator, SendingDomain domain, String address, Map<String, String> errors, Model model) {
        model.addAttribute("domain", domain);
        model.addAttribute("from", domain.from().value());
        model.addAttribute("signing", domain.signing().orElse(null));
        model.addAttribute("waiting", domain.waiting().orElse(null));
        model.addAttribute("address", address);
        model.addAttribute("errors", errors);
        model.addAttribute("mayManage", operator.role().mayManage());
        return "console/mail-settings";
    }

    private static String shortened(String text) {
        return text.length() > 500 ? text.substring(0, 500) + "…" : text;
    }
}
