package io.chodae.identity;

import io.chodae.shared.AccountId;
import java.util.Collection;
import java.util.List;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/**
 * The signed-in person of a browser session, the same for every way of signing in. Kept small, for it rests in the
 * session table: whatever may change (name, language, roles) is read from the directory when it is needed.
 *
 * @param email as it was at sign-in
 */
public record MemberPrincipal(AccountId accountId, String email) implements UserDetails {

    private static final List<GrantedAuthority> MEMBER = List.of(new SimpleGrantedAuthority("ROLE_MEMBER"));

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return MEMBER;
    }

    /** Empty: the credential never leaves its table. */
    @Override
    public String getPassword() {
        return "";
    }

    /** The account's id as text, which stays when the address changes. Also the {@code sub} of id tokens. */
    @Override
    public String getUsername() {
        return Long.toString(accountId.value());
    }
}
