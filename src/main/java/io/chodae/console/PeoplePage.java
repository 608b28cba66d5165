package io.chodae.console;

import io.chodae.bizkit.EnrolledUsers;
import io.chodae.bizkit.UserGroups;
import io.chodae.identity.Membership;
import io.chodae.web.CurrentOperator;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The people who accepted. */
@Controller
class PeoplePage {

    private static final int PAGE = 50;

    private final EnrolledUsers users;
    private final UserGroups groups;

    PeoplePage(EnrolledUsers users, UserGroups groups) {
        this.users = users;
        this.groups = groups;
    }

    @GetMapping("/console/people")
    String list(
            @CurrentOperator Membership operator,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String group,
            @RequestParam Optional<String> after,
            Model model) {
        model.addAttribute("q", q);
        model.addAttribute("group", group);
        model.addAttribute("groups", groups.search(operator.customer(), ""));
        model.addAttribute("total", users.count(operator.customer()));
        model.addAttribute("slice", users.search(operator.customer(), q, GroupFilters.of(group), after, PAGE));
        return "console/people";
    }
}
