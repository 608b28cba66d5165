package io.chodae.web;

import io.chodae.directory.Account;
import io.chodae.directory.Accounts;
import io.chodae.identity.MemberPrincipal;
import io.chodae.identity.NoteSignIn;
import io.chodae.shared.AccountId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Signs a person in who has just shown who it is by other means than the form: by signing up, or at an external
 * provider. Changes the session's id and renews the CSRF token as the form does.
 */
@Component
public class SignInSilently {

    private final Accounts accounts;
    private final SecurityContextRepository contexts;
    private final SessionAuthenticationStrategy sessions;
    private final NoteSignIn noteSignIn;

    SignInSilently(
            Accounts accounts,
            SecurityContextRepository contexts,
            SessionAuthenticationStrategy sessions,
            NoteSignIn noteSignIn) {
        this.noteSignIn = noteSignIn;
        this.accounts = accounts;
        this.contexts = contexts;
        this.sessions = sessions;
    }

    /** After a sign-up, which has just set the password. To be called before the response is begun. */
    public void signIn(AccountId id, HttpServletRequest request, HttpServletResponse response) {
        signIn(id, FactorGrantedAuthority.PASSWORD_AUTHORITY, request, response);
    }

    void signIn(AccountId id, String factor, HttpServletRequest request, HttpServletResponse response) {
        Account account = accounts.find(id).filter(found -> !found.disabled()).orElseThrow();
        Authentication authentication = new MemberPrincipal(id, account.email().value()).authenticated(factor);
        sessions.onAuthentication(authentication, request, response);
        Languages.follow(request, account.language());
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(authentication);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        noteSignIn.note(id);
    }
}
