package io.chodae.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.shared.AccountId;
import io.chodae.shared.Language;
import io.chodae.shared.LinkToken;
import io.chodae.shared.Secrets;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticationException;

/** People for tests, each with an address of their own, and the links that were mailed to them. */
final class People {

    static final String PASSWORD = "plum4tandem7river";

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final SignUp signUp;
    private final JdbcClient jdbc;
    private final Secrets secrets;

    People(SignUp signUp, JdbcClient jdbc, Secrets secrets) {
        this.signUp = signUp;
        this.jdbc = jdbc;
        this.secrets = secrets;
    }

    static String newAddress() {
        return "person" + NUMBER.incrementAndGet() + "@people.example";
    }

    AccountId signedUp(String email) {
        return signedUp(email, false);
    }

    AccountId signedUp(String email, boolean proven) {
        SignUpResult result = signUp.signUp(email, "김민지", PASSWORD, Language.KO, proven);
        assertThat(result).isInstanceOf(SignUpResult.Created.class);
        return ((SignUpResult.Created) result).account();
    }

    int links(String purpose, AccountId account) {
        return jdbc.sql("select count(*) from account_link where purpose = :purpose and account_id = :account")
                .param("purpose", purpose)
                .param("account", account.value())
                .query(Integer.class)
                .single();
    }

    /** The token that stands in the latest mail. */
    LinkToken mailed(String purpose, AccountId account) {
        long linkId = jdbc.sql(
                        "select max(link_id) from account_link where purpose = :purpose and account_id = :account")
                .param("purpose", purpose)
                .param("account", account.value())
                .query(Long.class)
                .single();
        return secrets.token(purpose, linkId);
    }

    static boolean canSignIn(PasswordSignIn signIn, String email, String password) {
        try {
            return signIn.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(email, password))
                    .isAuthenticated();
        } catch (AuthenticationException e) {
            return false;
        }
    }
}
