package io.chodae.console;

import io.chodae.bizkit.EnrolledUsers;
import io.chodae.bizkit.People;
import io.chodae.bizkit.PeopleAct;
import io.chodae.bizkit.PeopleCount;
import io.chodae.bizkit.PeopleJob;
import io.chodae.bizkit.SiteDay;
import io.chodae.bizkit.StartActResult;
import io.chodae.bizkit.StartPeopleAct;
import io.chodae.bizkit.UserGroups;
import io.chodae.identity.Membership;
import io.chodae.identity.Role;
import io.chodae.shared.CustomerId;
import io.chodae.web.CurrentOperator;
import io.chodae.web.Operating;
import io.chodae.web.RequiresRole;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Acts on one, some or all: first a page that says what will happen to how many, then the act. */
@Controller
@RequestMapping("/console/people/act")
class PeopleActPage {

    private final People people;
    private final EnrolledUsers users;
    private final UserGroups groups;
    private final StartPeopleAct start;
    private final SiteDay day;

    PeopleActPage(People people, EnrolledUsers users, UserGroups groups, StartPeopleAct start, SiteDay day) {
        this.people = people;
        this.users = users;
        this.groups = groups;
        this.start = start;
        this.day = day;
    }

    @GetMapping
    @RequiresRole(Role.OPERATOR)
    String ask(@CurrentOperator Membership operator, PeopleChoice choice, PeopleQuery query, Model model) {
        return page(operator.customer(), choice, query, null, model);
    }

    @PostMapping
    @RequiresRole(Role.OPERATOR)
    String act(
            @CurrentOperator Operating who,
            PeopleChoice choice,
            PeopleQuery query,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Optional<PeopleAct> act = choice.complete();
        if (act.isEmpty()) {
            return refused("MISSING", who, choice, query, model, response);
        }
        return switch (start.start(who.customer(), choice.selection(query), act.get(), who.actor())) {
            case StartActResult.Started started -> done(started.job(), choice, query, redirect);
            case StartActResult.Nobody nobody -> {
                Flash.warning(redirect, "people.act.nobody");
                yield "redirect:" + query.path();
            }
            case StartActResult.GroupGone gone -> refused("GONE", who, choice, query, model, response);
            case StartActResult.DayOver over -> refused("PAST", who, choice, query, model, response);
        };
    }

    private String refused(
            String code,
            Operating who,
            PeopleChoice choice,
            PeopleQuery query,
            Model model,
            HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(who.customer(), choice, query, "people.act.fault." + choice.kind() + "." + code, model);
    }

    private String page(
            CustomerId customer, PeopleChoice choice, PeopleQuery query, @Nullable String fault, Model model) {
        PeopleCount count = people.count(customer, choice.selection(query));
        model.addAttribute("choice", choice);
        model.addAttribute("query", query);
        model.addAttribute("count", count);
        model.addAttribute("fault", fault);
        model.addAttribute("today", day.today());
        model.addAttribute("groups", groups.choices(customer));
        model.addAttribute(
                "only",
                choice.onlyUser().flatMap(user -> users.find(customer, user)).orElse(null));
        return "console/people-act";
    }

    private static String done(PeopleJob job, PeopleChoice choice, PeopleQuery query, RedirectAttributes redirect) {
        if (job.running() || job.state() == PeopleJob.State.STOPPED) {
            return "redirect:/console/people/acts/" + job.id();
        }
        String key = "people.acted." + job.kind();
        if (job.changed() > 0 && job.needsInvitation() == 0) {
            Flash.success(redirect, key, job.changed(), job.unchanged(), job.needsInvitation());
        } else {
            Flash.warning(redirect, key, job.changed(), job.unchanged(), job.needsInvitation());
        }
        return "redirect:"
                + choice.onlyUser().map(user -> "/console/people/" + user).orElseGet(query::path);
    }
}
