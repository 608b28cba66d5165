package io.chodae.identity;

import io.chodae.directory.Account;
import io.chodae.directory.Accounts;
import io.chodae.shared.EmailAddress;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.stereotype.Component;

/**
 * Signing in by address and password. Spring Security's provider hashes for an unknown address too, so that time tells
 * nothing; around it attempts are counted, and from it only a {@link MemberPrincipal} goes into the session.
 */
@Component
class PasswordSignIn extends DaoAuthenticationProvider {

    private final Throttle throttle;
    private final Accounts accounts;

    @Autowired
    PasswordSignIn(Accounts accounts, Credentials credentials, Passwords passwords, Throttle throttle) {
        this(new StoredCredentials(accounts, credentials), passwords, throttle, accounts);
    }

    private PasswordSignIn(StoredCredentials stored, Passwords passwords, Throttle throttle, Accounts accounts) {
        super(stored);
        this.throttle = throttle;
        this.accounts = accounts;
        setPasswordEncoder(passwords);
        setUserDetailsPasswordService(stored);
    }

    @Override
    public Authentication authenticate(Authentication authentication) {
        String subject = subject(authentication.getName());
        Optional<Duration> pause = throttle.count(Counted.SIGN_IN, subject);
        if (pause.isPresent()) {
            throw new SignInPaused(pause.get());
        }
        try {
            Authentication signedIn = byAddressOfToday(authentication);
            throttle.forgive(Counted.SIGN_IN, subject);
            return signedIn;
        } catch (SignInSuspended rightPassword) {
            throttle.forgive(Counted.SIGN_IN, subject);
            throw rightPassword;
        }
    }

    /**
     * Whoever lost the address to an organisation goes on signing in with it, even where the organisation's own account
     * has it by now: the password tells the two apart.
     */
    private Authentication byAddressOfToday(Authentication authentication) {
        try {
            return super.authenticate(authentication);
        } catch (BadCredentialsException wrong) {
            EmailAddress today = EmailAddress.parse(authentication.getName())
                    .flatMap(accounts::findEvictedFrom)
                    .map(Account::email)
                    .orElseThrow(() -> wrong);
            return super.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(
                    today.value(), authentication.getCredentials()));
        }
    }

    @Override
    protected Authentication createSuccessAuthentication(
            Object principal, Authentication authentication, UserDetails user) {
        StoredCredential stored = (StoredCredential) user;
        if (stored.suspendedBy() != null) {
            throw new SignInSuspended(stored.suspendedBy());
        }
        super.createSuccessAuthentication(principal, authentication, user);
        return stored.member().authenticated(FactorGrantedAuthority.PASSWORD_AUTHORITY);
    }

    private static String subject(String typed) {
        return EmailAddress.parse(typed)
                .map(EmailAddress::key)
                .orElseGet(() -> typed.strip().toLowerCase(Locale.ROOT));
    }
}
