package io.chodae.console;

import io.chodae.bizkit.DeleteUserGroup;
import io.chodae.bizkit.GroupContent;
import io.chodae.bizkit.PrivatePlay;
import io.chodae.bizkit.PrivatePlays;
import io.chodae.bizkit.SaveGroupResult;
import io.chodae.bizkit.SaveUserGroup;
import io.chodae.bizkit.UserGroup;
import io.chodae.bizkit.UserGroups;
import io.chodae.identity.Membership;
import io.chodae.identity.Role;
import io.chodae.web.CurrentOperator;
import io.chodae.web.Operating;
import io.chodae.web.RequiresRole;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** User groups and the Plays that each may use; "unclassified" is always there and cannot be deleted. */
@Controller
@RequestMapping("/console/groups")
class GroupsPages {

    private final UserGroups groups;
    private final PrivatePlays plays;
    private final SaveUserGroup saveUserGroup;
    private final DeleteUserGroup deleteUserGroup;
    private final ConsoleFaults faults;

    GroupsPages(
            UserGroups groups,
            PrivatePlays plays,
            SaveUserGroup saveUserGroup,
            DeleteUserGroup deleteUserGroup,
            ConsoleFaults faults) {
        this.groups = groups;
        this.plays = plays;
        this.saveUserGroup = saveUserGroup;
        this.deleteUserGroup = deleteUserGroup;
        this.faults = faults;
    }

    @GetMapping
    String list(@CurrentOperator Membership operator, @RequestParam(defaultValue = "") String q, Model model) {
        model.addAttribute("q", q);
        model.addAttribute("groups", groups.search(operator.customer(), q));
        model.addAttribute("unclassified", groups.unclassifiedUsers(operator.customer()));
        return "console/groups";
    }

    @GetMapping("/new")
    @RequiresRole(Role.OPERATOR)
    String blank(@CurrentOperator Membership operator, Model model) {
        return form(operator, null, new GroupContent("", "", List.of()), Map.of(), model);
    }

    @GetMapping("/{groupId}")
    String edit(@CurrentOperator Membership operator, @PathVariable long groupId, Model model) {
        UserGroup group = groups.find(operator.customer(), groupId).orElseThrow(NotFound::new);
        List<Long> chosen = groups.playsOf(operator.customer(), groupId).stream()
                .map(PrivatePlay::id)
                .toList();
        return form(operator, group, new GroupContent(group.name(), group.extraInfo(), chosen), Map.of(), model);
    }

    @PostMapping({"", "/{groupId}"})
    @RequiresRole(Role.OPERATOR)
    String save(
            @CurrentOperator Operating who,
            @PathVariable(required = false) @Nullable Long groupId,
            @RequestParam String name,
            @RequestParam String extraInfo,
            @RequestParam(defaultValue = "") List<Long> playIds,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        UserGroup group =
                groupId == null ? null : groups.find(who.customer(), groupId).orElseThrow(NotFound::new);
        OptionalLong id = group == null ? OptionalLong.empty() : OptionalLong.of(group.id());
        GroupContent content = new GroupContent(name, extraInfo, playIds);
        return switch (saveUserGroup.save(who.customer(), id, content, who.actor())) {
            case SaveGroupResult.Saved saved -> {
                if (saved.invited() > 0) {
                    Flash.success(redirect, "console.rules.groupInvited", name, saved.invited());
                } else {
                    Flash.success(redirect, "console.groups.saved", name);
                }
                yield "redirect:/console/groups";
            }
            case SaveGroupResult.Faults refused -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield form(who.membership(), group, content, faults.byField(refused.faults()), model);
            }
            case SaveGroupResult.Gone gone -> throw new NotFound();
        };
    }

    @PostMapping("/{groupId}/delete")
    @RequiresRole(Role.OPERATOR)
    String delete(@CurrentOperator Operating who, @PathVariable long groupId, RedirectAttributes redirect) {
        UserGroup group = groups.find(who.customer(), groupId).orElseThrow(NotFound::new);
        deleteUserGroup.delete(who.customer(), groupId, who.actor());
        Flash.success(redirect, "console.groups.deleted", group.name(), group.userCount());
        return "redirect:/console/groups";
    }

    private String form(
            Membership operator,
            @Nullable UserGroup group,
            GroupContent fields,
            Map<String, String> errors,
            Model model) {
        model.addAttribute("group", group);
        model.addAttribute("fields", fields);
        model.addAttribute("errors", errors);
        model.addAttribute("plays", plays.list(operator.customer()));
        return "console/group";
    }
}
