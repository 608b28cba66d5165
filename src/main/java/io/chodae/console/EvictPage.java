package io.chodae.console;

import io.chodae.capture.StartTransferJob;
import io.chodae.capture.TransferAct;
import io.chodae.capture.TransferPeople;
import io.chodae.directory.Customers;
import io.chodae.directory.DryRunEviction;
import io.chodae.directory.EvictAccount;
import io.chodae.directory.EvictionResult;
import io.chodae.directory.EvictionVerdict;
import io.chodae.directory.VerifiedDomains;
import io.chodae.identity.Membership;
import io.chodae.identity.Role;
import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import io.chodae.web.CurrentOperator;
import io.chodae.web.Operating;
import io.chodae.web.RequiresRole;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes addresses back by hand: names who is hit and who is not, asks for a tick, and does it. Owners only. */
@Controller
@RequestMapping("/console/accounts/conflicts/evict")
@RequiresRole(Role.OWNER)
class EvictPage {

    private static final int MOST = 1_000;
    private static final String BACK = "redirect:/console/accounts/conflicts/dry-run";

    private final DryRunEviction dryRun;
    private final EvictAccount evict;
    private final StartTransferJob start;
    private final Customers customers;
    private final VerifiedDomains domains;
    private final MessageSource messages;

    EvictPage(
            DryRunEviction dryRun,
            EvictAccount evict,
            StartTransferJob start,
            Customers customers,
            VerifiedDomains domains,
            MessageSource messages) {
        this.dryRun = dryRun;
        this.evict = evict;
        this.start = start;
        this.customers = customers;
        this.domains = domains;
        this.messages = messages;
    }

    /** A form, since addresses belong into no log of addresses. */
    @PostMapping("/ask")
    String ask(
            @CurrentOperator Membership operator,
            @RequestParam(defaultValue = "") List<String> email,
            Model model,
            RedirectAttributes redirect) {
        List<EmailAddress> chosen = addresses(operator.customer(), email);
        if (chosen.isEmpty() || chosen.size() > MOST) {
            return leave(email, chosen, redirect);
        }
        return page(operator, chosen, false, model);
    }

    /** @param agreed the tick; without it the page asks again */
    @PostMapping
    String evict(
            @CurrentOperator Operating who,
            @RequestParam(defaultValue = "") List<String> email,
            @RequestParam(defaultValue = "false") boolean agreed,
            @RequestParam Optional<UUID> press,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        List<EmailAddress> chosen = addresses(who.customer(), email);
        if (chosen.isEmpty() || chosen.size() > MOST) {
            return leave(email, chosen, redirect);
        }
        if (!agreed) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(who.membership(), chosen, true, model);
        }
        if (customers.isSuspended(who.customer())) {
            Flash.warning(redirect, "accounts.evict.suspended");
            return BACK;
        }
        return chosen.size() == 1
                ? one(who, chosen.getFirst(), locale, redirect)
                : many(who, chosen, press.orElseGet(UUID::randomUUID), redirect);
    }

    private String one(Operating who, EmailAddress address, Locale locale, RedirectAttributes redirect) {
        switch (evict.evict(who.customer(), address, who.actor())) {
            case EvictionResult.Evicted evicted -> Flash.success(redirect, "accounts.evict.done", address.value());
            case EvictionResult.Refused refused ->
                Flash.warning(
                        redirect,
                        "accounts.evict.refused",
                        address.value(),
                        messages.getMessage("managed.dryRun." + refused.reason().name(), null, locale));
        }
        return BACK;
    }

    private String many(Operating who, List<EmailAddress> chosen, UUID press, RedirectAttributes redirect) {
        OptionalLong job =
                start.start(who.customer(), press, new TransferPeople.Chosen(TransferAct.EVICT, chosen), who.actor());
        if (job.isEmpty()) {
            Flash.warning(redirect, "accounts.evict.nobody");
            return BACK;
        }
        return "redirect:/console/accounts/jobs/" + job.getAsLong();
    }

    private String page(Membership operator, List<EmailAddress> chosen, boolean untold, Model model) {
        List<EvictionVerdict> verdicts =
                List.copyOf(dryRun.of(operator.customer(), chosen).values());
        model.addAttribute("hit", verdicts.stream().filter(EvictionVerdict::hit).toList());
        model.addAttribute(
                "kept", verdicts.stream().filter(verdict -> !verdict.hit()).toList());
        model.addAttribute("untold", untold);
        model.addAttribute("press", UUID.randomUUID());
        return "console/evict";
    }

    private static String leave(List<String> typed, List<EmailAddress> chosen, RedirectAttributes redirect) {
        Flash.warning(
                redirect,
                typed.isEmpty()
                        ? "accounts.evict.none"
                        : chosen.isEmpty() ? "accounts.evict.nobody" : "accounts.evict.many");
        return BACK;
    }

    /** Those on the customer's domains; others are nobody here. */
    private List<EmailAddress> addresses(CustomerId customer, List<String> typed) {
        List<String> own = domains.of(customer);
        return typed.stream()
                .map(EmailAddress::parse)
                .flatMap(Optional::stream)
                .filter(address -> own.contains(address.domain()))
                .distinct()
                .toList();
    }
}
