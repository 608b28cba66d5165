package io.chodae.account;

import io.chodae.directory.Account;
import io.chodae.directory.ConsumerAccounts;
import io.chodae.directory.Customer;
import io.chodae.directory.Customers;
import io.chodae.identity.AddressChangeRequestResult;
import io.chodae.identity.ChangePassword;
import io.chodae.identity.RequestAddressChange;
import io.chodae.shared.EmailAddress;
import io.chodae.web.ContinuePath;
import io.chodae.web.CurrentMember;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Asking for another address: by one's own wish, or after every sign-in where an organisation took the address back,
 * until another one is chosen. Whoever has something else to do first may go on.
 */
@Controller
class AddressPages {

    private static final String WISH = "account/address";
    private static final String RENAME = "account/rename";
    private static final String SENT = "account/address-sent";
    private static final String ASKED = "redirect:/me/address/sent";

    private final RequestAddressChange requestChange;
    private final ChangePassword changePassword;
    private final ConsumerAccounts consumers;
    private final Customers customers;
    private final FormAnswers answers;

    AddressPages(
            RequestAddressChange requestChange,
            ChangePassword changePassword,
            ConsumerAccounts consumers,
            Customers customers,
            FormAnswers answers) {
        this.requestChange = requestChange;
        this.changePassword = changePassword;
        this.consumers = consumers;
        this.customers = customers;
        this.answers = answers;
    }

    @GetMapping("/me/address")
    String wish(@CurrentMember Account member, Model page) {
        if (member.isManaged()) {
            return "redirect:/me/profile";
        }
        return member.needsAnotherAddress() ? "redirect:/me/rename" : wish(member, "", page);
    }

    @PostMapping("/me/address")
    String askByWish(
            @CurrentMember Account member,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String currentPassword,
            HttpServletResponse response,
            Model page) {
        return request(member, email, currentPassword, response, page) ? ASKED : wish(member, email, page);
    }

    /** A page of its own, so that loading it again mails nothing. */
    @GetMapping("/me/address/sent")
    String sent(@CurrentMember Account member, HttpServletRequest request, Model page) {
        Optional<EmailAddress> waiting = requestChange.waiting(member);
        if (waiting.isEmpty()) {
            return wish(member, page);
        }
        page.addAttribute("email", waiting.get().value());
        page.addAttribute("onward", onward(request).orElse(null));
        return SENT;
    }

    @GetMapping("/me/rename")
    String rename(@CurrentMember Account member, HttpServletRequest request, Model page) {
        String onward = onward(request).orElse("/me");
        return member.needsAnotherAddress() ? rename(member, onward, "", page) : "redirect:" + plain(onward);
    }

    @PostMapping("/me/rename")
    String askAfterEviction(
            @CurrentMember Account member,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String currentPassword,
            HttpServletRequest request,
            HttpServletResponse response,
            Model page) {
        String onward = onward(request).orElse("/me");
        if (!member.needsAnotherAddress()) {
            return "redirect:" + plain(onward);
        }
        return request(member, email, currentPassword, response, page)
                ? ASKED + "?continue=" + URLEncoder.encode(onward, StandardCharsets.UTF_8)
                : rename(member, onward, email, page);
    }

    /** Whether the mail is on its way; else the page says why not. */
    private boolean request(Account member, String email, String password, HttpServletResponse response, Model page) {
        switch (requestChange.request(member, email, password)) {
            case AddressChangeRequestResult.Requested requested -> {
                return true;
            }
            case AddressChangeRequestResult.Invalid invalid -> answers.refuse(page, response, invalid.faults());
            case AddressChangeRequestResult.TooMany tooMany -> answers.pause(page, response, tooMany.pause());
            case AddressChangeRequestResult.Managed managed ->
                answers.refuse(page, response, "email", "managed.fault.managed");
        }
        return false;
    }

    private String wish(Account member, String typed, Model page) {
        page.addAttribute("current", member.email().value());
        page.addAttribute("email", typed);
        page.addAttribute("hasPassword", changePassword.hasPassword(member.id()));
        return WISH;
    }

    private String rename(Account member, String onward, String typed, Model page) {
        page.addAttribute("current", member.reachedAt().value());
        page.addAttribute(
                "organisation",
                consumers
                        .evictedBy(member.id())
                        .flatMap(customers::find)
                        .map(Customer::name)
                        .orElse(""));
        page.addAttribute("email", typed);
        page.addAttribute("hasPassword", changePassword.hasPassword(member.id()));
        page.addAttribute("onward", onward);
        return RENAME;
    }

    private static Optional<String> onward(HttpServletRequest request) {
        return ContinuePath.safe(request.getParameter(ContinuePath.PARAMETER));
    }

    /** A brace would be taken for a variable of the redirect. */
    private static String plain(String path) {
        return path.indexOf('{') < 0 ? path : "/me";
    }
}
