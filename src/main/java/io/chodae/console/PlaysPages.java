package io.chodae.console;

import io.chodae.bizkit.EnablePrivatePlay;
import io.chodae.bizkit.PlayContent;
import io.chodae.bizkit.PrivatePlay;
import io.chodae.bizkit.PrivatePlays;
import io.chodae.bizkit.SavePlayResult;
import io.chodae.bizkit.SavePrivatePlay;
import io.chodae.directory.Customer;
import io.chodae.directory.Customers;
import io.chodae.identity.Membership;
import io.chodae.identity.Role;
import io.chodae.web.CurrentOperator;
import io.chodae.web.Operating;
import io.chodae.web.RequiresRole;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Private Plays: what invited people may use. */
@Controller
@RequestMapping("/console/plays")
class PlaysPages {

    private final PrivatePlays plays;
    private final SavePrivatePlay savePrivatePlay;
    private final EnablePrivatePlay enablePrivatePlay;
    private final Customers customers;
    private final ConsoleFaults faults;

    PlaysPages(
            PrivatePlays plays,
            SavePrivatePlay savePrivatePlay,
            EnablePrivatePlay enablePrivatePlay,
            Customers customers,
            ConsoleFaults faults) {
        this.plays = plays;
        this.savePrivatePlay = savePrivatePlay;
        this.enablePrivatePlay = enablePrivatePlay;
        this.customers = customers;
        this.faults = faults;
    }

    @GetMapping
    String list(@CurrentOperator Membership operator, Model model) {
        model.addAttribute("plays", plays.list(operator.customer()));
        model.addAttribute("publisherId", publisherId(operator));
        return "console/plays";
    }

    @GetMapping("/new")
    @RequiresRole(Role.OPERATOR)
    String blank(@CurrentOperator Membership operator, Model model) {
        return form(operator, null, new PlayContent("", "", "", null), Map.of(), model);
    }

    @GetMapping("/{playId}")
    String edit(@CurrentOperator Membership operator, @PathVariable long playId, Model model) {
        PrivatePlay play = plays.find(operator.customer(), playId).orElseThrow(NotFound::new);
        return form(
                operator, play, new PlayContent(play.name(), play.description(), play.link(), null), Map.of(), model);
    }

    @PostMapping({"", "/{playId}"})
    @RequiresRole(Role.OPERATOR)
    String save(
            @CurrentOperator Operating who,
            @PathVariable(required = false) @Nullable Long playId,
            @RequestParam String name,
            @RequestParam String description,
            @RequestParam String link,
            @RequestParam @Nullable MultipartFile icon,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect)
            throws IOException {
        PrivatePlay play =
                playId == null ? null : plays.find(who.customer(), playId).orElseThrow(NotFound::new);
        byte[] bytes = icon == null || icon.isEmpty() ? null : icon.getBytes();
        PlayContent content = new PlayContent(name, description, link, bytes);
        OptionalLong id = play == null ? OptionalLong.empty() : OptionalLong.of(play.id());
        return switch (savePrivatePlay.save(who.customer(), id, content, who.actor())) {
            case SavePlayResult.Saved saved -> {
                Flash.success(redirect, "console.plays.saved", name);
                yield "redirect:/console/plays";
            }
            case SavePlayResult.Faults refused -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield form(who.membership(), play, content, faults.byField(refused.faults()), model);
            }
            case SavePlayResult.Gone gone -> throw new NotFound();
        };
    }

    @PostMapping("/{playId}/enabled")
    @RequiresRole(Role.OPERATOR)
    String enable(
            @CurrentOperator Operating who,
            @PathVariable long playId,
            @RequestParam boolean enabled,
            RedirectAttributes redirect) {
        PrivatePlay play = plays.find(who.customer(), playId).orElseThrow(NotFound::new);
        enablePrivatePlay.enable(who.customer(), playId, enabled, who.actor());
        Flash.success(redirect, enabled ? "console.plays.enabled" : "console.plays.disabled", play.name());
        return "redirect:/console/plays";
    }

    private String form(
            Membership operator,
            @Nullable PrivatePlay play,
            PlayContent fields,
            Map<String, String> errors,
            Model model) {
        model.addAttribute("play", play);
        model.addAttribute("fields", fields);
        model.addAttribute("errors", errors);
        model.addAttribute("publisherId", publisherId(operator));
        return "console/play";
    }

    private String publisherId(Membership operator) {
        return customers.find(operator.customer()).map(Customer::externalId).orElseThrow(NotFound::new);
    }
}
