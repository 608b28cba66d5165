package io.chodae.console;

import io.chodae.bizkit.Seats;
import io.chodae.campaign.Campaign;
import io.chodae.campaign.Campaigns;
import io.chodae.campaign.Draft;
import io.chodae.campaign.Drafts;
import io.chodae.campaign.SaveResult;
import io.chodae.campaign.Schedule;
import io.chodae.campaign.ScheduleDraft;
import io.chodae.campaign.ScheduleResult;
import io.chodae.campaign.Schedules;
import io.chodae.identity.Membership;
import io.chodae.identity.Role;
import io.chodae.shared.CustomerId;
import io.chodae.shared.Language;
import io.chodae.web.CurrentOperator;
import io.chodae.web.Dates;
import io.chodae.web.Operating;
import io.chodae.web.RequiresRole;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Sending later: at a date and time in the site's zone, which is named beside it. */
@Controller
@RequestMapping("/console/invite/{draftId}")
class InviteSchedulePage {

    private final ScheduleDraft scheduleDraft;
    private final Schedules schedules;
    private final Drafts drafts;
    private final Campaigns campaigns;
    private final Seats seats;
    private final SaveInviteForm saveInviteForm;
    private final SendAnswers answers;
    private final Dates dates;

    InviteSchedulePage(
            ScheduleDraft scheduleDraft,
            Schedules schedules,
            Drafts drafts,
            Campaigns campaigns,
            Seats seats,
            SaveInviteForm saveInviteForm,
            SendAnswers answers,
            Dates dates) {
        this.scheduleDraft = scheduleDraft;
        this.schedules = schedules;
        this.drafts = drafts;
        this.campaigns = campaigns;
        this.seats = seats;
        this.saveInviteForm = saveInviteForm;
        this.answers = answers;
        this.dates = dates;
    }

    @PostMapping("/schedule")
    @RequiresRole(Role.OPERATOR)
    String schedule(
            @CurrentOperator Operating who,
            @PathVariable long draftId,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String at,
            @RequestParam(defaultValue = "false") boolean confirmed,
            @RequestParam MultiValueMap<String, String> fields,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Language language = Language.of(locale);
        InviteFormInput input = InviteFormInput.of(fields);
        if (input.withForm()) {
            SaveResult saved = saveInviteForm.save(who, draftId, input);
            if (!(saved instanceof SaveResult.Saved)) {
                return saveInviteForm.answer(who, draftId, saved, input, "", language, model);
            }
        }
        if (drafts.find(who.customer(), draftId).isEmpty()) {
            return elsewhere(who.customer(), draftId);
        }
        Optional<Instant> time = time(at, language);
        if (time.isEmpty()) {
            return wrongTime(redirect, at, Flash.of("danger", "console.form.at.missing"), draftId, "#schedule");
        }
        ScheduleResult result =
                scheduleDraft.schedule(who.customer(), draftId, version, time.get(), confirmed, who.actor());
        if (result instanceof ScheduleResult.Refused refused) {
            return answers.answer(refused.why(), draftId, version, at, model, response, redirect);
        }
        return answer(result, at, draftId, "#schedule", language, redirect);
    }

    /** A draft that waits: when it goes out, to how many, and the ways to change that. */
    @GetMapping("/scheduled")
    String show(@CurrentOperator Membership operator, @PathVariable long draftId, Locale locale, Model model) {
        CustomerId customer = operator.customer();
        Optional<Schedule> schedule = schedules.ofDraft(customer, draftId);
        if (schedule.isEmpty()) {
            return elsewhere(customer, draftId);
        }
        Draft draft = drafts.findSent(customer, draftId).orElseThrow(NotFound::new);
        model.addAttribute("schedule", schedule.get());
        model.addAttribute("draft", draft);
        model.addAttribute("seats", seats.use(customer));
        model.addAttribute(
                "local",
                LocalDateTime.ofInstant(
                                schedule.get().at(),
                                dates.in(Language.of(locale)).zone())
                        .truncatedTo(ChronoUnit.MINUTES)
                        .toString());
        return "console/invite-scheduled";
    }

    @PostMapping("/scheduled")
    @RequiresRole(Role.OPERATOR)
    String move(
            @CurrentOperator Operating who,
            @PathVariable long draftId,
            @RequestParam(defaultValue = "") String at,
            Locale locale,
            RedirectAttributes redirect) {
        Language language = Language.of(locale);
        if (schedules.ofDraft(who.customer(), draftId).isEmpty()) {
            return elsewhere(who.customer(), draftId);
        }
        Optional<Instant> time = time(at, language);
        if (time.isEmpty()) {
            return wrongTime(redirect, at, Flash.of("danger", "console.form.at.missing"), draftId, "/scheduled");
        }
        ScheduleResult result = scheduleDraft.move(who.customer(), draftId, time.get(), who.actor());
        if (result instanceof ScheduleResult.Refused) {
            return elsewhere(who.customer(), draftId);
        }
        return answer(result, at, draftId, "/scheduled", language, redirect);
    }

    @PostMapping("/unschedule")
    @RequiresRole(Role.OPERATOR)
    String cancel(@CurrentOperator Operating who, @PathVariable long draftId, RedirectAttributes redirect) {
        if (scheduleDraft.cancel(who.customer(), draftId, who.actor())) {
            Flash.success(redirect, "console.form.unscheduled");
            return "redirect:/console/invite/" + draftId;
        }
        return elsewhere(who.customer(), draftId);
    }

    /** Where a draft is that does not wait: open, or on its way. */
    private String elsewhere(CustomerId customer, long draftId) {
        if (drafts.find(customer, draftId).isPresent()) {
            return "redirect:/console/invite/" + draftId;
        }
        return "redirect:/console/campaigns/"
                + campaigns.ofDraft(customer, draftId).map(Campaign::id).orElseThrow(NotFound::new);
    }

    private String answer(
            ScheduleResult result,
            String typed,
            long draftId,
            String where,
            Language language,
            RedirectAttributes redirect) {
        Dates.In words = dates.in(language);
        return switch (result) {
            case ScheduleResult.Scheduled scheduled -> {
                Flash.success(
                        redirect,
                        "console.form.scheduled",
                        words.deadline(scheduled.schedule().at()));
                yield "redirect:/console/invite/" + draftId + "/scheduled";
            }
            case ScheduleResult.Past past ->
                wrongTime(
                        redirect,
                        typed,
                        Flash.of("danger", "console.form.at.past", words.minute(past.at()), words.deadline(past.now())),
                        draftId,
                        where);
            case ScheduleResult.TooFar far ->
                wrongTime(
                        redirect,
                        typed,
                        Flash.of("danger", "console.form.at.tooFar", words.deadline(far.latest())),
                        draftId,
                        where);
            case ScheduleResult.Refused refused -> throw new IllegalStateException("answered before");
        };
    }

    /** What was typed stays in the field, and what is wrong with it stands beside it. */
    private static String wrongTime(
            RedirectAttributes redirect, String typed, Map<String, Object> problem, long draftId, String where) {
        redirect.addFlashAttribute("atTyped", typed);
        redirect.addFlashAttribute("atProblem", problem);
        return "redirect:/console/invite/" + draftId + where;
    }

    private Optional<Instant> time(String local, Language language) {
        try {
            return Optional.of(
                    LocalDateTime.parse(local).atZone(dates.in(language).zone()).toInstant());
        } catch (DateTimeParseException notATime) {
            return Optional.empty();
        }
    }
}
