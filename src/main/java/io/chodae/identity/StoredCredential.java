package io.chodae.identity;

import java.util.Collection;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** An account with its hash, while a password is being checked. Never leaves {@link PasswordSignIn}. */
record StoredCredential(MemberPrincipal member, String hash, boolean enabled) implements UserDetails {

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
