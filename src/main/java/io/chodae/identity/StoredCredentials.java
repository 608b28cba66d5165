package io.chodae.identity;

import io.chodae.directory.Account;
import io.chodae.directory.Accounts;
import io.chodae.shared.EmailAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsPasswordService;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

/** Finds what a typed address must match, and renews a hash that was made in an older way. */
final class StoredCredentials implements UserDetailsService, UserDetailsPasswordService {

    private final Accounts accounts;
    private final Credentials credentials;

    StoredCredentials(Accounts accounts, Credentials credentials) {
        this.accounts = accounts;
        this.credentials = credentials;
    }

    @Override
    public UserDetails loadUserByUsername(String typed) {
        Account account = EmailAddress.parse(typed)
                .flatMap(accounts::findByEmail)
                .orElseThrow(() -> new UsernameNotFoundException("no such account"));
        String hash = credentials
                .hash(account.id())
                .orElseThrow(() -> new UsernameNotFoundException("no password to sign in with"));
        return new StoredCredential(
                new MemberPrincipal(account.id(), account.email().value()),
                hash,
                !account.disabled() || account.suspendedBy() != null,
                account.suspendedBy());
    }

    @Override
    public UserDetails updatePassword(UserDetails user, @Nullable String newHash) {
        if (user instanceof StoredCredential stored && newHash != null) {
            credentials.upgrade(stored.member().accountId(), stored.hash(), newHash);
            return new StoredCredential(stored.member(), newHash, stored.enabled(), stored.suspendedBy());
        }
        return user;
    }
}
