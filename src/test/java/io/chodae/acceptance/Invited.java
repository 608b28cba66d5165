package io.chodae.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.bizkit.Kits;
import io.chodae.bizkit.Kits.Publisher;
import io.chodae.directory.Account;
import io.chodae.directory.Accounts;
import io.chodae.identity.SignUp;
import io.chodae.identity.SignUpResult;
import io.chodae.invitation.InvitationId;
import io.chodae.shared.EmailAddress;
import io.chodae.shared.Language;
import io.chodae.testing.HttpBrowser;
import java.net.http.HttpResponse;
import org.springframework.boot.test.context.TestComponent;

/** People with accounts, and the addresses of their invitations' pages. */
@TestComponent
record Invited(Kits kits, SignUp signUp, Accounts accounts) {

    static final String PASSWORD = "seven quiet lanterns";

    /** The path of the link in the mail of this invitation. */
    String path(InvitationId id) {
        return "/i/" + kits.link(id).reveal();
    }

    String path(Publisher publisher, String email) {
        return path(kits.invite(publisher, kits.offer(publisher), email));
    }

    /** An account with {@link #PASSWORD}; {@code proven} says whether its address is confirmed. */
    Account member(String email, boolean proven) {
        return member(email, proven, Language.KO);
    }

    Account member(String email, boolean proven, Language language) {
        assertThat(signUp.signUp(email, "맹동주", PASSWORD, language, proven)).isInstanceOf(SignUpResult.Created.class);
        return account(email);
    }

    Account account(String email) {
        return accounts.findByEmail(EmailAddress.of(email)).orElseThrow();
    }

    /** Where a redirect leads, without the server's own address. */
    static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("").replaceFirst("^https?://127\\.0\\.0\\.1:\\d+", "");
    }

    /** A browser that is signed in as {@code email}. */
    static HttpBrowser signedIn(int port, String email) {
        HttpBrowser browser = new HttpBrowser(port);
        assertThat(location(browser.signIn(email, PASSWORD))).doesNotContain("fault");
        return browser;
    }
}
