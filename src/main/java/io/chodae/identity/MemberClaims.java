package io.chodae.identity;

import io.chodae.directory.Account;
import io.chodae.directory.Accounts;
import io.chodae.shared.AccountId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What clients of this directory may learn of a member (OpenID Connect Core, 5.4). */
@Component
public class MemberClaims {

    private final Accounts accounts;

    MemberClaims(Accounts accounts) {
        this.accounts = accounts;
    }

    /**
     * The claims as of now.
     *
     * @param subject the {@code sub} of a token of ours
     * @param scopes what the client was granted: {@code profile} gives the name, {@code email} the address
     */
    public Map<String, Object> of(String subject, Set<String> scopes) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("sub", subject);
        accounts.find(new AccountId(Long.parseLong(subject))).ifPresent(account -> put(claims, account, scopes));
        return claims;
    }

    private static void put(Map<String, Object> claims, Account account, Set<String> scopes) {
        if (scopes.contains("profile")) {
            claims.put("name", account.name());
            claims.put("locale", account.language().tag());
        }
        if (scopes.contains("email")) {
            claims.put("email", account.email().value());
            claims.put("email_verified", account.emailVerified());
        }
    }
}
