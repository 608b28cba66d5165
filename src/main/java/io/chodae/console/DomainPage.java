package io.chodae.console;

import io.chodae.domain.ChangeDomainKind;
import io.chodae.domain.CheckDomain;
import io.chodae.domain.CheckDomain.Checked;
import io.chodae.domain.Domain;
import io.chodae.domain.DomainChange;
import io.chodae.domain.DomainKind;
import io.chodae.domain.DomainNotices;
import io.chodae.domain.DomainRules;
import io.chodae.domain.Domains;
import io.chodae.domain.LockDomain;
import io.chodae.identity.Membership;
import io.chodae.identity.Role;
import io.chodae.web.CurrentOperator;
import io.chodae.web.Operating;
import io.chodae.web.RequiresRole;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One domain: where its proof stands, how to prove it, its kind and lock. Addresses name it as A-label. */
@Controller
@RequestMapping("/console/domains/{domainId}")
class DomainPage {

    private final Domains domains;
    private final DomainNotices notices;
    private final DomainRules rules;
    private final CheckDomain checkDomain;
    private final ChangeDomainKind changeKind;
    private final LockDomain lockDomain;
    private final MessageSource messages;

    DomainPage(
            Domains domains,
            DomainNotices notices,
            DomainRules rules,
            CheckDomain checkDomain,
            ChangeDomainKind changeKind,
            LockDomain lockDomain,
            MessageSource messages) {
        this.domains = domains;
        this.notices = notices;
        this.rules = rules;
        this.checkDomain = checkDomain;
        this.changeKind = changeKind;
        this.lockDomain = lockDomain;
        this.messages = messages;
    }

    @GetMapping
    String show(@CurrentOperator Membership operator, @PathVariable String domainId, Model model) {
        Domain domain = find(operator, domainId);
        return page(operator, domain, domain.locked(), domain.contact(), Map.of(), model);
    }

    /** What is to be laid on the web server. */
    @GetMapping("/file")
    ResponseEntity<byte[]> file(@CurrentOperator Membership operator, @PathVariable String domainId) {
        Domain domain = find(operator, domainId);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(domain.proof().fileName())
                                .build()
                                .toString())
                .body((domain.proof().value() + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Waits for servers of others, so it is no part of a transaction. */
    @PostMapping("/check")
    String check(@CurrentOperator Operating who, @PathVariable String domainId, RedirectAttributes redirect) {
        switch (checkDomain.check(who.customer(), domainId, who.actor())) {
            case Checked.Looked looked -> tell(looked, redirect);
            case Checked.TooSoon soon -> Flash.warning(redirect, "domain.check.tooSoon");
            case Checked.Nothing nothing -> throw new NotFound();
        }
        return back(domainId);
    }

    @PostMapping("/kind")
    @RequiresRole(Role.OWNER)
    String kind(
            @CurrentOperator Operating who,
            @PathVariable String domainId,
            @RequestParam DomainKind kind,
            RedirectAttributes redirect) {
        switch (changeKind.change(who.customer(), domainId, kind, who.actor())) {
            case DONE, SAME -> Flash.success(redirect, "domain.kind.changed");
            case PRIMARY_STAYS -> Flash.warning(redirect, "domain.kind.primaryStays");
            case GONE -> throw new NotFound();
            case NO_CONTACT -> throw new IllegalStateException("a kind needs no contact");
        }
        return back(domainId);
    }

    @PostMapping("/lock")
    @RequiresRole(Role.OWNER)
    String lock(
            @CurrentOperator Operating who,
            @PathVariable String domainId,
            @RequestParam(defaultValue = "false") boolean locked,
            @RequestParam(defaultValue = "") String contact,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        DomainChange change = lockDomain.set(who.customer(), domainId, locked, contact, who.actor());
        if (change == DomainChange.NO_CONTACT) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            String words = messages.getMessage("domain.lock.noContact", null, locale);
            Domain domain = find(who.membership(), domainId);
            return page(who.membership(), domain, true, contact, Map.of("contact", words), model);
        }
        if (change == DomainChange.GONE) {
            throw new NotFound();
        }
        boolean held = find(who.membership(), domainId).held();
        Flash.success(redirect, !locked ? "domain.lock.off" : held ? "domain.lock.on" : "domain.lock.later");
        return back(domainId);
    }

    /** What both sides of a dispute can do. */
    @GetMapping("/dispute")
    String dispute(@CurrentOperator Membership operator, @PathVariable String domainId, Model model) {
        Domain domain = find(operator, domainId);
        facts(operator, domain, model);
        return "console/domain-dispute";
    }

    private String page(
            Membership operator,
            Domain domain,
            boolean locked,
            String contact,
            Map<String, String> errors,
            Model model) {
        facts(operator, domain, model);
        model.addAttribute("locked", locked);
        model.addAttribute("contact", contact);
        model.addAttribute("errors", errors);
        model.addAttribute("notices", notices.about(operator.customer(), domain.name()));
        return "console/domain";
    }

    private void facts(Membership operator, Domain domain, Model model) {
        model.addAttribute("domain", domain);
        model.addAttribute("dispute", domains.disputeOf(domain).orElse(null));
        model.addAttribute("lostAt", lostAt(domain));
        model.addAttribute("graceDays", rules.grace().toDays());
        model.addAttribute("mayManage", operator.role().mayManage());
        model.addAttribute("mayWrite", operator.role().mayWrite());
    }

    private @Nullable Instant lostAt(Domain domain) {
        return domain.failingSince() == null ? null : rules.lostAt(domain.failingSince());
    }

    private Domain find(Membership operator, String name) {
        return domains.find(operator.customer(), name).orElseThrow(NotFound::new);
    }

    private static void tell(Checked.Looked looked, RedirectAttributes redirect) {
        Domain domain = looked.domain();
        String key = "domain.check." + looked.domain().state();
        switch (domain.state()) {
            case VERIFIED -> Flash.success(redirect, domain.vouched() ? "domain.check.vouched" : key, domain.display());
            case DISPUTED, FAILING -> Flash.warning(redirect, key, domain.display());
            case UNPROVEN, LOST -> Flash.danger(redirect, key, domain.display());
        }
    }

    private static String back(String domainId) {
        return "redirect:/console/domains/" + domainId;
    }
}
