package io.chodae.playclient;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.bizkit.Kits;
import io.chodae.bizkit.Kits.Publisher;
import io.chodae.directory.Account;
import io.chodae.directory.Accounts;
import io.chodae.identity.SignUp;
import io.chodae.identity.SignUpResult;
import io.chodae.invitation.AcceptResult;
import io.chodae.invitation.InvitationId;
import io.chodae.shared.Language;
import io.chodae.testing.HttpBrowser;
import java.util.List;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;

/** Registered Plays, and people with passwords who are enrolled, all by the real use cases. */
@TestComponent
public class TestPlays {

    public static final String PASSWORD = "plum4tandem7river";
    public static final String LOGGED_OUT = "https://play.example/bye";

    private final Kits kits;
    private final RegisterPlayClient register;
    private final SignUp signUp;
    private final Accounts accounts;
    private final Environment environment;

    TestPlays(Kits kits, RegisterPlayClient register, SignUp signUp, Accounts accounts, Environment environment) {
        this.kits = kits;
        this.register = register;
        this.signUp = signUp;
        this.accounts = accounts;
        this.environment = environment;
    }

    /** The publisher's first Play, registered. */
    public TestPlay registered(Publisher publisher) {
        return registered(publisher, publisher.play());
    }

    public TestPlay registered(Publisher publisher, long play) {
        var addresses = new ClientAddresses(List.of(TestPlay.CALLBACK, TestPlay.LOCAL), List.of(LOGGED_OUT));
        var result = register.register(publisher.customer(), play, addresses, publisher.actor());
        assertThat(result).isInstanceOf(RegisterPlayClient.Result.Registered.class);
        var registered = (RegisterPlayClient.Result.Registered) result;
        return new TestPlay(port(), registered.clientId(), registered.secret());
    }

    /** An account with {@link #PASSWORD} that belongs nowhere yet. */
    public Account person() {
        SignUpResult made = signUp.signUp(Kits.address(), "김민지", PASSWORD, Language.KO, true);
        return accounts.find(((SignUpResult.Created) made).account()).orElseThrow();
    }

    /** Somebody new who may use the publisher's first Play. */
    public Account enrolled(Publisher publisher) {
        Account person = person();
        enrol(publisher, person);
        return person;
    }

    /** By an invitation to the account's own address. */
    public InvitationId enrol(Publisher publisher, Account person) {
        InvitationId id =
                kits.invite(publisher, kits.offer(publisher), person.email().value());
        assertThat(kits.accept(id, person)).isInstanceOf(AcceptResult.Accepted.class);
        return id;
    }

    public HttpBrowser signedIn(Account person) {
        HttpBrowser browser = new HttpBrowser(port());
        browser.signIn(person.email().value(), PASSWORD);
        return browser;
    }

    public HttpBrowser browser() {
        return new HttpBrowser(port());
    }

    private int port() {
        return environment.getRequiredProperty("local.server.port", Integer.class);
    }
}
