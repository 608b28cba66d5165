package io.chodae.identity;

import io.chodae.shared.AccountId;
import java.util.Collection;
import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
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

    /**
     * The authentication to put into the session.
     *
     * @param factor how the person has proven it just now, a constant of {@link FactorGrantedAuthority}; id tokens
     *     take their {@code auth_time} from it
     */
    public Authentication authenticated(String factor) {
        FactorGrantedAuthority proof =
                FactorGrantedAuthority.withAuthority(factor).build();
        return UsernamePasswordAuthenticationToken.authenticated(this, null, List.of(MEMBER.getFirst(), proof));
    }
}
