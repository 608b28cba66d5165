package io.chodae.identity;

import io.chodae.shared.CustomerId;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/**
 * An account with its hash, while a password is being checked. Never leaves {@link PasswordSignIn}. Of a suspension only
 * whoever knows the password learns, so an account that is suspended is enabled up to there.
 */
record StoredCredential(
        MemberPrincipal member,
        String hash,
        boolean enabled,
        @Nullable CustomerId suspendedBy) implements UserDetails {

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return member.getAuthorities();
    }

    @Override
    public String getPassword() {
        return hash;
    }

    @Override
    public String getUsername() {
        return member.getUsername();
    }

    @Override
    public boolean isEnabled() {
        return enabled;
    }
}
