package io.chodae.account;

import io.chodae.directory.Account;
import io.chodae.directory.Customer;
import io.chodae.directory.Customers;
import io.chodae.identity.ChangePassword;
import io.chodae.identity.Membership;
import io.chodae.identity.Operators;
import io.chodae.identity.PasswordChangeResult;
import io.chodae.identity.ProfileResult;
import io.chodae.identity.UpdateProfile;
import io.chodae.shared.Language;
import io.chodae.web.CurrentMember;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a member may change: name and language in one form, the password in another; and whom they work for. */
@Controller
class ProfilePages {

    private static final String PAGE = "account/profile";
    private static final String BACK = "redirect:/me/profile";

    private final UpdateProfile updateProfile;
    private final ChangePassword changePassword;
    private final Operators operators;
    private final Customers customers;
    private final LocaleResolver languages;
    private final FormAnswers answers;

    ProfilePages(
            UpdateProfile updateProfile,
            ChangePassword changePassword,
            Operators operators,
            Customers customers,
            LocaleResolver languages,
            FormAnswers answers) {
        this.operators = operators;
        this.updateProfile = updateProfile;
        this.changePassword = changePassword;
        this.customers = customers;
        this.languages = languages;
        this.answers = answers;
    }

    @GetMapping("/me/profile")
    String show(@CurrentMember Account member, Model page) {
        return page(member, member.name(), member.language(), page);
    }

    /** The pages follow the language that was chosen, not only the mails. */
    @PostMapping("/me/profile")
    String save(
            @CurrentMember Account member,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String language,
            HttpServletRequest request,
            HttpServletResponse response,
            Model page,
            RedirectAttributes next) {
        Language chosen = Language.ofTag(language);
        if (updateProfile.update(member.id(), name, chosen) instanceof ProfileResult.Invalid invalid) {
            answers.refuse(page, response, invalid.faults());
            return page(member, name, chosen, page);
        }
        languages.setLocale(request, response, chosen.locale());
        next.addFlashAttribute("flash", FormAnswers.success("account.profile.saved"));
        return BACK;
    }

    /** The address stands in the browser after a refused change; loading it again shows the profile. */
    @GetMapping("/me/profile/password")
    String back() {
        return BACK;
    }

    @PostMapping("/me/profile/password")
    String change(
            @CurrentMember Account member,
            @RequestParam(defaultValue = "") String currentPassword,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response,
            Model page,
            RedirectAttributes next) {
        String session = request.getSession().getId();
        switch (changePassword.change(member.id(), currentPassword, password, session)) {
            case PasswordChangeResult.Changed changed -> {
                next.addFlashAttribute("flash", FormAnswers.success("account.password.changed"));
                return BACK;
            }
            case PasswordChangeResult.Invalid invalid -> answers.refuse(page, response, invalid.faults());
            case PasswordChangeResult.TooMany tooMany -> answers.pause(page, response, tooMany.pause());
        }
        return show(member, page);
    }

    /**
     * A publisher that the member works for.
     *
     * @param publisherId as addresses name it
     */
    record Work(String publisherId, Membership membership) {}

    private List<Work> works(Account member) {
        return operators.membershipsOf(member.id()).stream()
                .flatMap(one ->
                        customers.find(one.customer()).stream().map(customer -> new Work(customer.externalId(), one)))
                .toList();
    }

    private String page(Account member, String name, Language language, Model page) {
        page.addAttribute("email", member.reachedAt().value());
        page.addAttribute("moving", member.needsAnotherAddress());
        page.addAttribute(
                "manager",
                Optional.ofNullable(member.managedBy())
                        .flatMap(customers::find)
                        .map(Customer::name)
                        .orElse(null));
        page.addAttribute("verified", member.emailVerified());
        page.addAttribute("name", name);
        page.addAttribute("language", language.tag());
        page.addAttribute("works", works(member));
        page.addAttribute("hasPassword", changePassword.hasPassword(member.id()));
        return PAGE;
    }
}
