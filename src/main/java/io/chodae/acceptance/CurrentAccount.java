package io.chodae.acceptance;

import io.chodae.directory.Account;
import io.chodae.directory.Accounts;
import io.chodae.identity.MemberPrincipal;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** The account of the person whose browser asks, if one is signed in. */
@Component
class CurrentAccount {

    private final Accounts accounts;

    CurrentAccount(Accounts accounts) {
        this.accounts = accounts;
    }

    @Nullable
    Account get() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof MemberPrincipal member)) {
            return null;
        }
        return accounts.find(member.accountId())
                .filter(account -> !account.disabled())
                .orElse(null);
    }
}
