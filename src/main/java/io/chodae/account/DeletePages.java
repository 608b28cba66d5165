package io.chodae.account;

import io.chodae.directory.Account;
import io.chodae.identity.ChangePassword;
import io.chodae.identity.DeleteAccount;
import io.chodae.identity.DeleteAccountResult;
import io.chodae.web.CurrentMember;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A person ends their own account, having read what that means and written its address once more. */
@Controller
class DeletePages {

    private static final String PAGE = "account/delete";

    private final DeleteAccount deleteAccount;
    private final ChangePassword changePassword;
    private final FormAnswers answers;

    DeletePages(DeleteAccount deleteAccount, ChangePassword changePassword, FormAnswers answers) {
        this.deleteAccount = deleteAccount;
        this.changePassword = changePassword;
        this.answers = answers;
    }

    @GetMapping("/me/delete")
    String show(@CurrentMember Account member, Model page) {
        return member.isManaged() ? "redirect:/me/profile" : page(member, "", page);
    }

    @PostMapping("/me/delete")
    String delete(
            @CurrentMember Account member,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String currentPassword,
            HttpServletRequest request,
            HttpServletResponse response,
            Model page) {
        switch (deleteAccount.delete(member, email, currentPassword)) {
            case DeleteAccountResult.Deleted deleted -> {
                signedOut(request);
                return "redirect:/sign-in?deleted";
            }
            case DeleteAccountResult.Invalid invalid -> answers.refuse(page, response, invalid.faults());
            case DeleteAccountResult.TooMany tooMany -> answers.pause(page, response, tooMany.pause());
            case DeleteAccountResult.Managed managed ->
                answers.refuse(page, response, "email", "managed.fault.managed");
            case DeleteAccountResult.LastOwner owner ->
                answers.refuse(page, response, "email", "managed.fault.last-owner");
        }
        return page(member, email, page);
    }

    private String page(Account member, String typed, Model page) {
        page.addAttribute("address", member.reachedAt().value());
        page.addAttribute("email", typed);
        page.addAttribute("hasPassword", changePassword.hasPassword(member.id()));
        return PAGE;
    }

    /** The session's row is gone with the account; what this request still holds of it must not come back. */
    private static void signedOut(HttpServletRequest request) {
        SecurityContextHolder.clearContext();
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }
}
