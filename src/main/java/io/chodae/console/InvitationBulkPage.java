package io.chodae.console;

import io.chodae.bizkit.Seats;
import io.chodae.bizkit.UserGroups;
import io.chodae.campaign.JobAct;
import io.chodae.campaign.JobPeople;
import io.chodae.campaign.StartInvitationJob;
import io.chodae.campaign.StartJobResult;
import io.chodae.identity.Membership;
import io.chodae.identity.Role;
import io.chodae.invitation.Invitation;
import io.chodae.invitation.InvitationState;
import io.chodae.invitation.Invitations;
import io.chodae.shared.CustomerId;
import io.chodae.web.CurrentOperator;
import io.chodae.web.Operating;
import io.chodae.web.RequiresRole;
import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Asks before something is done to many invitations: what will happen to how many people. */
@Controller
@RequestMapping("/console/invitations/bulk")
class InvitationBulkPage {

    private final Invitations invitations;
    private final InvitationQueries queries;
    private final UserGroups groups;
    private final Seats seats;
    private final StartInvitationJob start;
    private final TooManyAnswer tooMany;

    InvitationBulkPage(
            Invitations invitations,
            InvitationQueries queries,
            UserGroups groups,
            Seats seats,
            StartInvitationJob start,
            TooManyAnswer tooMany) {
        this.invitations = invitations;
        this.queries = queries;
        this.groups = groups;
        this.seats = seats;
        this.start = start;
        this.tooMany = tooMany;
    }

    /**
     * @param id of whoever was ticked
     * @param all whether everybody whom the filter shows is meant instead
     */
    @GetMapping
    @RequiresRole(Role.OPERATOR)
    String ask(
            @CurrentOperator Membership operator,
            @RequestParam JobAct act,
            @RequestParam(defaultValue = "") List<Long> id,
            @RequestParam(defaultValue = "false") boolean all,
            InvitationFilter filter,
            Model model,
            RedirectAttributes redirect) {
        CustomerId customer = operator.customer();
        Map<InvitationState, Integer> counts = counts(customer, id, all, filter);
        if (counts.isEmpty()) {
            Flash.warning(redirect, "invitations.bulk.nobody");
            return "redirect:" + filter.path();
        }
        model.addAttribute("act", act);
        model.addAttribute("counts", counts);
        model.addAttribute("affected", affected(act, counts));
        model.addAttribute("ids", all ? List.of() : id);
        model.addAttribute("all", all);
        model.addAttribute("filter", filter);
        model.addAttribute("press", UUID.randomUUID());
        OptionalInt free = seats.use(customer).remaining();
        model.addAttribute("free", free.isPresent() ? free.getAsInt() : null);
        model.addAttribute("groups", act == JobAct.MOVE ? groups.choices(customer) : List.of());
        return "console/invitations-bulk";
    }

    @PostMapping
    @RequiresRole(Role.OPERATOR)
    String start(
            @CurrentOperator Operating who,
            @RequestParam JobAct act,
            @RequestParam(defaultValue = "") List<Long> id,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam Optional<UUID> press,
            @RequestParam(required = false) @Nullable Long target,
            InvitationFilter filter,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        JobPeople people = all
                ? new JobPeople.Matching(queries.of(filter.after(null), who.customer(), 1))
                : new JobPeople.Chosen(id);
        StartJobResult result =
                start.start(who.customer(), press.orElseGet(UUID::randomUUID), act, target, people, who.actor());
        return switch (result) {
            case StartJobResult.Started started -> "redirect:/console/invitations/jobs/" + started.jobId();
            case StartJobResult.Nobody nobody -> {
                Flash.warning(redirect, "invitations.bulk.nobody");
                yield "redirect:" + filter.path();
            }
            case StartJobResult.NoSuchGroup none -> {
                Flash.warning(redirect, "invitations.bulk.noGroup");
                yield "redirect:" + filter.path();
            }
            case StartJobResult.TooMany many -> tooMany.limited(many.limit(), filter.path(), model, response);
        };
    }

    private Map<InvitationState, Integer> counts(
            CustomerId customer, List<Long> ids, boolean all, InvitationFilter filter) {
        if (all) {
            return invitations.countsIn(queries.of(filter, customer, 1), customer);
        }
        Map<InvitationState, Integer> counts = new EnumMap<>(InvitationState.class);
        for (Invitation one : invitations.byIds(customer, ids)) {
            counts.merge(one.state(), 1, Integer::sum);
        }
        return counts;
    }

    /** To how many it would be done, as they stand now. */
    private static int affected(JobAct act, Map<InvitationState, Integer> counts) {
        return counts.entrySet().stream()
                .filter(count -> switch (act) {
                    case RESEND -> count.getKey() != InvitationState.ACCEPTED;
                    case CANCEL, MOVE -> count.getKey() == InvitationState.INVITED;
                })
                .mapToInt(Map.Entry::getValue)
                .sum();
    }
}
