package io.chodae.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.audit.Actor;
import io.chodae.directory.Customer;
import io.chodae.directory.Customers;
import io.chodae.directory.DomainLost;
import io.chodae.directory.DomainVerified;
import io.chodae.identity.Operators;
import io.chodae.identity.Role;
import io.chodae.identity.SignUp;
import io.chodae.identity.SignUpResult;
import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;
import io.chodae.shared.Language;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.event.EventListener;

/** Organisations with an administrator each, and what is said about their domains. */
@TestComponent
public class Claimants {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Customers customers;
    private final Operators operators;
    private final SignUp signUp;
    private final List<String> said = new CopyOnWriteArrayList<>();

    Claimants(Customers customers, Operators operators, SignUp signUp) {
        this.customers = customers;
        this.operators = operators;
        this.signUp = signUp;
    }

    /** An organisation whose administrator reads English. */
    public record Claimant(CustomerId customer, String name, String email, Actor owner) {}

    public Claimant open() {
        int number = NUMBER.incrementAndGet();
        Customer customer = customers.create("Organisation " + number);
        String email = "admin" + number + "@claimants.example";
        SignUpResult made = signUp.signUp(email, "Admin " + number, "quiet harbour lamp 41", Language.EN, true);
        assertThat(made).isInstanceOf(SignUpResult.Created.class);
        AccountId account = ((SignUpResult.Created) made).account();
        operators.grant(customer.id(), account, Role.OWNER);
        return new Claimant(customer.id(), customer.name(), email, Actor.account(account, email));
    }

    /** A domain that nobody else uses. */
    public static String domain() {
        return "house" + NUMBER.incrementAndGet() + ".example";
    }

    /** What was said about a domain so far: {@code + customer} or {@code - customer}. */
    public List<String> said(String domain) {
        return said.stream()
                .filter(one -> one.startsWith(domain + " "))
                .map(one -> one.substring(domain.length() + 1))
                .toList();
    }

    @EventListener
    void on(DomainVerified verified) {
        said.add(verified.domain() + " + " + verified.customer().value());
    }

    @EventListener
    void on(DomainLost lost) {
        said.add(lost.domain() + " - " + lost.customer().value());
    }
}
