package io.chodae.console;

import io.chodae.bizkit.ChangeUser;
import io.chodae.bizkit.ChangeUserResult;
import io.chodae.bizkit.EnrolledUser;
import io.chodae.bizkit.EnrolledUsers;
import io.chodae.identity.Membership;
import io.chodae.identity.Role;
import io.chodae.shared.CustomerId;
import io.chodae.web.CurrentOperator;
import io.chodae.web.Operating;
import io.chodae.web.RequiresRole;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One enrolled user: facts, what may be used, what happened; also of somebody who left. */
@Controller
@RequestMapping("/console/people/{userId}")
class PersonPage {

    private final EnrolledUsers users;
    private final ChangeUser change;
    private final PersonTimeline timeline;
    private final ConsoleFaults faults;

    PersonPage(EnrolledUsers users, ChangeUser change, PersonTimeline timeline, ConsoleFaults faults) {
        this.users = users;
        this.change = change;
        this.timeline = timeline;
        this.faults = faults;
    }

    /** What the form holds, which may be what was just refused. */
    record Fields(String name, String extraInfo) {}

    @GetMapping
    String show(@CurrentOperator Membership operator, @PathVariable long userId, Model model) {
        EnrolledUser user = users.findEver(operator.customer(), userId).orElseThrow(NotFound::new);
        Fields fields = new Fields(user.name(), Objects.requireNonNullElse(user.extraInfo(), ""));
        return page(operator.customer(), user, fields, Map.of(), model);
    }

    @PostMapping
    @RequiresRole(Role.OPERATOR)
    String change(
            @CurrentOperator Operating who,
            @PathVariable long userId,
            @RequestParam String name,
            @RequestParam(defaultValue = "") String extraInfo,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        EnrolledUser user = users.find(who.customer(), userId).orElseThrow(NotFound::new);
        return switch (change.change(who.customer(), userId, name, extraInfo, who.actor())) {
            case ChangeUserResult.Saved saved -> {
                Flash.success(redirect, "people.changed");
                yield "redirect:/console/people/" + userId;
            }
            case ChangeUserResult.Faults refused -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield page(who.customer(), user, new Fields(name, extraInfo), faults.byField(refused.faults()), model);
            }
            case ChangeUserResult.Gone gone -> throw new NotFound();
        };
    }

    private String page(
            CustomerId customer, EnrolledUser user, Fields fields, Map<String, String> errors, Model model) {
        model.addAttribute("user", user);
        model.addAttribute("fields", fields);
        model.addAttribute("errors", errors);
        model.addAttribute("plays", users.usablePlays(customer, user.id()));
        model.addAttribute("events", timeline.of(customer, user));
        return "console/person";
    }
}
