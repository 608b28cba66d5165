package io.chodae.console;

import io.chodae.capture.CustomerTransferRules;
import io.chodae.capture.EvictionOutlook;
import io.chodae.capture.SetTransferRules;
import io.chodae.capture.SetTransferRulesResult;
import io.chodae.capture.TransferRules;
import io.chodae.capture.TransferRulesFault;
import io.chodae.identity.Membership;
import io.chodae.identity.Role;
import io.chodae.mail.RenderedMail;
import io.chodae.notice.TransferPreview;
import io.chodae.shared.Language;
import io.chodae.web.CurrentOperator;
import io.chodae.web.Operating;
import io.chodae.web.RequiresRole;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What follows transfer requests that nobody answers, with the very mails. Owners decide. */
@Controller
@RequestMapping("/console/accounts/rules")
class TransferRulesPage {

    private final CustomerTransferRules rules;
    private final SetTransferRules setRules;
    private final EvictionOutlook outlook;
    private final TransferPreview preview;
    private final TransferRulesFaults faults;

    TransferRulesPage(
            CustomerTransferRules rules,
            SetTransferRules setRules,
            EvictionOutlook outlook,
            TransferPreview preview,
            TransferRulesFaults faults) {
        this.rules = rules;
        this.setRules = setRules;
        this.outlook = outlook;
        this.preview = preview;
        this.faults = faults;
    }

    @GetMapping
    String show(
            @CurrentOperator Membership operator,
            @RequestParam MultiValueMap<String, String> query,
            Locale locale,
            Model model) {
        TransferRules saved = rules.of(operator.customer());
        return page(operator, TransferRulesForm.of(saved), Map.of(), query, locale, model);
    }

    @PostMapping
    @RequiresRole(Role.OWNER)
    String save(
            @CurrentOperator Operating who,
            @ModelAttribute TransferRulesForm form,
            @RequestParam MultiValueMap<String, String> query,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        SetTransferRulesResult result =
                setRules.set(who.customer(), form.rules(), Boolean.TRUE.equals(form.ticked()), who.actor());
        return switch (result) {
            case SetTransferRulesResult.Saved saved -> back(redirect, "transfer.rules.saved");
            case SetTransferRulesResult.Same same -> back(redirect, "transfer.rules.same");
            case SetTransferRulesResult.Invalid invalid -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                Set<TransferRulesFault> wrong = invalid.faults();
                yield page(who.membership(), form, faults.byField(wrong, locale), query, locale, model);
            }
        };
    }

    /** The mails as the frames show them. */
    @GetMapping("/template-reminder")
    ResponseEntity<String> reminder(
            @CurrentOperator Membership operator, @RequestParam MultiValueMap<String, String> query, Locale locale) {
        PreviewLook look = PreviewLook.of(query);
        return MailFrame.answer(
                preview.reminder(operator.customer(), rules.of(operator.customer()), language(look, locale)), look);
    }

    @GetMapping("/template-notice")
    ResponseEntity<String> notice(
            @CurrentOperator Membership operator, @RequestParam MultiValueMap<String, String> query, Locale locale) {
        PreviewLook look = PreviewLook.of(query);
        return MailFrame.answer(
                preview.notice(operator.customer(), rules.of(operator.customer()), language(look, locale)), look);
    }

    private String page(
            Membership operator,
            TransferRulesForm form,
            Map<String, String> errors,
            MultiValueMap<String, String> query,
            Locale locale,
            Model model) {
        PreviewLook look = PreviewLook.of(query);
        Language language = language(look, locale);
        TransferRules saved = rules.of(operator.customer());
        Map<String, RenderedMail> mails = Map.of(
                "reminder", preview.reminder(operator.customer(), saved, language),
                "notice", preview.notice(operator.customer(), saved, language));
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        model.addAttribute("outlook", outlook.of(operator.customer(), Boolean.TRUE.equals(form.declinedToo())));
        model.addAttribute("mayManage", operator.role().mayManage());
        model.addAttribute("look", look);
        model.addAttribute("mailLanguage", language.tag());
        model.addAttribute("mails", mails);
        return "console/transfer-rules";
    }

    private static Language language(PreviewLook look, Locale locale) {
        return look.lang().orElse(Language.of(locale));
    }

    private static String back(RedirectAttributes redirect, String key) {
        Flash.success(redirect, key);
        return "redirect:/console/accounts/rules";
    }
}
