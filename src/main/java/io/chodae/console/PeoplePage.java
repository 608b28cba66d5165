package io.chodae.console;

import io.chodae.bizkit.EnrolledUsers;
import io.chodae.bizkit.People;
import io.chodae.bizkit.PeopleAct;
import io.chodae.bizkit.PeopleJobs;
import io.chodae.bizkit.PeopleSort;
import io.chodae.bizkit.PeopleStanding;
import io.chodae.bizkit.ServiceType;
import io.chodae.bizkit.UserGroups;
import io.chodae.identity.Membership;
import io.chodae.shared.CustomerId;
import io.chodae.web.CurrentOperator;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The people who accepted. */
@Controller
class PeoplePage {

    private static final int PAGE = 50;

    /** Further than this nobody counts on the page; how many an act is about is said before it. */
    private static final int COUNTED = 10_000;

    private final People people;
    private final EnrolledUsers users;
    private final UserGroups groups;
    private final PeopleJobs jobs;

    PeoplePage(People people, EnrolledUsers users, UserGroups groups, PeopleJobs jobs) {
        this.people = people;
        this.users = users;
        this.groups = groups;
        this.jobs = jobs;
    }

    @GetMapping("/console/people")
    String list(@CurrentOperator Membership operator, PeopleQuery query, Model model) {
        CustomerId customer = operator.customer();
        model.addAttribute("query", query);
        model.addAttribute("groups", groups.choices(customer));
        model.addAttribute("types", ServiceType.values());
        model.addAttribute("standings", PeopleStanding.values());
        model.addAttribute("sorts", PeopleSort.values());
        model.addAttribute("acts", PeopleAct.Kind.values());
        model.addAttribute("jobs", jobs.running(customer));
        model.addAttribute("total", users.count(customer));
        int found = query.filters() ? people.countUpTo(customer, query.filter(), COUNTED + 1) : 0;
        model.addAttribute("found", Math.min(found, COUNTED));
        model.addAttribute("more", found > COUNTED);
        model.addAttribute("slice", people.search(customer, query.filter(), query.order(), query.position(), PAGE));
        return "console/people";
    }
}
