package io.chodae.console;

import io.chodae.bizkit.BizKit;
import io.chodae.bizkit.BizKits;
import io.chodae.bizkit.Fault;
import io.chodae.bizkit.SetInvitationRules;
import io.chodae.identity.Membership;
import io.chodae.identity.Role;
import io.chodae.mail.RenderedMail;
import io.chodae.shared.Language;
import io.chodae.web.CurrentOperator;
import io.chodae.web.Operating;
import io.chodae.web.RequiresRole;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How long invitations live and when their people are reminded, with the very mail that reminds. */
@Controller
@RequestMapping("/console/settings/invitations")
class InvitationRulesPage {

    private static final int DAY = 24;

    private final BizKits bizKits;
    private final SetInvitationRules setInvitationRules;
    private final ReminderSample sample;
    private final ConsoleFaults faults;

    InvitationRulesPage(
            BizKits bizKits, SetInvitationRules setInvitationRules, ReminderSample sample, ConsoleFaults faults) {
        this.bizKits = bizKits;
        this.setInvitationRules = setInvitationRules;
        this.sample = sample;
        this.faults = faults;
    }

    /**
     * What the fields hold, as saved or as typed.
     *
     * @param unit {@code hours} or {@code days}
     */
    record Fields(String lifetime, String unit, String first, String second) {

        static Fields of(BizKit kit) {
            long hours = kit.invitationLifetime().toHours();
            boolean days = hours % DAY == 0;
            List<Integer> reminders = kit.reminderDays();
            return new Fields(
                    String.valueOf(days ? hours / DAY : hours),
                    days ? "days" : "hours",
                    reminders.isEmpty() ? "0" : reminders.getFirst().toString(),
                    reminders.size() < 2 ? "0" : reminders.get(1).toString());
        }

        /** As a number of hours; what is none, or far too long, becomes one that no rule allows. */
        int hours() {
            int typed = number(lifetime);
            return unit.equals("days") ? typed * DAY : typed;
        }

        List<Integer> reminders() {
            List<Integer> days = new ArrayList<>();
            days.add(number(first));
            days.add(number(second));
            return days;
        }

        private static int number(String text) {
            return text.strip().matches("[0-9]{1,4}") ? Integer.parseInt(text.strip()) : -1;
        }
    }

    @GetMapping
    String show(
            @CurrentOperator Membership operator,
            @RequestParam MultiValueMap<String, String> query,
            Locale locale,
            Model model) {
        return page(operator, Fields.of(bizKits.get(operator.customer())), Map.of(), query, locale, model);
    }

    @PostMapping
    @RequiresRole(Role.OPERATOR)
    String save(
            @CurrentOperator Operating who,
            @RequestParam String lifetime,
            @RequestParam(defaultValue = "hours") String unit,
            @RequestParam(defaultValue = "0") String first,
            @RequestParam(defaultValue = "0") String second,
            @RequestParam MultiValueMap<String, String> query,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Fields fields = new Fields(lifetime, unit, first, second);
        List<Fault> wrong = setInvitationRules.set(who.customer(), fields.hours(), fields.reminders(), who.actor());
        if (wrong.isEmpty()) {
            Flash.success(redirect, "console.rules.saved");
            return "redirect:/console/settings/invitations";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(who.membership(), fields, faults.byField(wrong), query, locale, model);
    }

    /** The reminder as the frame shows it. */
    @GetMapping("/reminder")
    ResponseEntity<String> reminder(
            @CurrentOperator Membership operator, @RequestParam MultiValueMap<String, String> query, Locale locale) {
        PreviewLook look = PreviewLook.of(query);
        RenderedMail mail = sample.of(operator.customer(), look.lang().orElse(Language.of(locale)));
        return MailFrame.answer(mail, look);
    }

    private String page(
            Membership operator,
            Fields fields,
            Map<String, String> errors,
            MultiValueMap<String, String> query,
            Locale locale,
            Model model) {
        PreviewLook look = PreviewLook.of(query);
        Language language = look.lang().orElse(Language.of(locale));
        model.addAttribute("fields", fields);
        model.addAttribute("errors", errors);
        model.addAttribute("days", List.of(0, 1, 2, 3, 4, 5, 6, 7, 10, 14, 21));
        model.addAttribute("look", look);
        model.addAttribute("mailLanguage", language.tag());
        model.addAttribute("mail", sample.of(operator.customer(), language));
        return "console/invitation-rules";
    }
}
