package io.chodae.web;

import io.chodae.directory.Account;
import io.chodae.directory.Accounts;
import io.chodae.identity.Operators;
import io.chodae.shared.AccountId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.security.web.savedrequest.DefaultSavedRequest;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.stereotype.Component;

/** Where a person goes who has just signed in. */
@Component
public class AfterSignIn {

    private final RequestCache requests;
    private final Operators operators;
    private final Accounts accounts;

    AfterSignIn(RequestCache requests, Operators operators, Accounts accounts) {
        this.requests = requests;
        this.operators = operators;
        this.accounts = accounts;
    }

    /**
     * The path to redirect to: the {@code continue} parameter, else the page that sign-in stood in the way of, else
     * the console for operators and "my services" for everybody else. What had been saved is used up.
     */
    public String target(HttpServletRequest request, HttpServletResponse response, AccountId account) {
        Optional<String> saved = saved(request, response);
        requests.removeRequest(request, response);
        return past(
                account,
                ContinuePath.safe(request.getParameter(ContinuePath.PARAMETER))
                        .or(() -> saved)
                        .orElseGet(() -> operators.membershipsOf(account).isEmpty() ? "/me" : "/console"));
    }

    /**
     * The same path, or the page on the way there that asks for another address, at every sign-in of somebody whose
     * address was taken back.
     */
    String past(AccountId account, String path) {
        // on the way to proving another address there is nothing left to ask
        boolean asked = !path.startsWith("/address/")
                && accounts.find(account).filter(Account::needsAnotherAddress).isPresent();
        return asked
                ? "/me/rename?" + ContinuePath.PARAMETER + "=" + URLEncoder.encode(path, StandardCharsets.UTF_8)
                : path;
    }

    private Optional<String> saved(HttpServletRequest request, HttpServletResponse response) {
        if (requests.getRequest(request, response) instanceof DefaultSavedRequest saved) {
            String query = saved.getQueryString();
            return ContinuePath.safe(saved.getRequestURI() + (query == null ? "" : "?" + query));
        }
        return Optional.empty();
    }
}
