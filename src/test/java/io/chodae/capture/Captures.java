package io.chodae.capture;

import io.chodae.audit.Actor;
import io.chodae.directory.Account;
import io.chodae.directory.Accounts;
import io.chodae.directory.AccountsAppeared;
import io.chodae.directory.AccountsDisappeared;
import io.chodae.directory.Customers;
import io.chodae.directory.DomainLost;
import io.chodae.directory.DomainVerified;
import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import io.chodae.shared.Language;
import io.chodae.shared.LinkToken;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Organisations with domains and people on them; what happens to them is told as the directory tells it. */
public class Captures {

    /**
     * @param domain verified
     */
    public record Organisation(CustomerId customer, String domain, Actor actor) {

        public EmailAddress at(String local) {
            return EmailAddress.of(local + "@" + domain);
        }
    }

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Customers customers;
    private final Accounts accounts;
    private final SendUserInvitations send;
    private final CancelUserInvitations cancel;
    private final UserInvitations invitations;
    private final TransferLinks links;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final Clock clock;

    Captures(
            Customers customers,
            Accounts accounts,
            SendUserInvitations send,
            CancelUserInvitations cancel,
            UserInvitations invitations,
            TransferLinks links,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            JdbcClient jdbc,
            Clock clock) {
        this.customers = customers;
        this.accounts = accounts;
        this.send = send;
        this.cancel = cancel;
        this.invitations = invitations;
        this.links = links;
        this.events = events;
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** With one verified domain of its own. */
    public Organisation organisation() {
        int number = NUMBER.incrementAndGet();
        Organisation made = new Organisation(
                customers.create("한빛호텔").id(),
                "hotel" + number + ".example",
                new Actor(null, "admin" + number + "@hotel.example"));
        verify(made.customer(), made.domain());
        return made;
    }

    public String freshDomain() {
        return "fresh" + NUMBER.incrementAndGet() + ".example";
    }

    public void verify(CustomerId customer, String domain) {
        transaction.executeWithoutResult(status -> {
            claim(customer, domain, "VERIFIED", "SECONDARY");
            events.publishEvent(new DomainVerified(customer, domain));
        });
    }

    public void lose(CustomerId customer, String domain) {
        transaction.executeWithoutResult(status -> {
            claim(customer, domain, "LOST", "SECONDARY");
            events.publishEvent(new DomainLost(customer, domain));
        });
    }

    /** Without an event. */
    public void claim(CustomerId customer, String domain, String state, String kind) {
        jdbc.sql("""
                        insert into customer_domain (customer_id, domain, kind, state, proof_token, created_at)
                        values (:customer, :domain, :kind, :state, 'proof', :now)
                        on conflict (customer_id, domain) do update set state = :state, kind = :kind
                        """)
                .param("customer", customer.value())
                .param("domain", domain)
                .param("kind", kind)
                .param("state", state)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** A consumer account. */
    public Account person(EmailAddress email) {
        return transaction.execute(status -> {
            Account made = accounts.create(email, "민지", Language.KO, true).orElseThrow();
            events.publishEvent(new AccountsAppeared(List.of(made.id())));
            return made;
        });
    }

    /** Tells of an account that somebody signed up for. */
    public void tell(Account account) {
        transaction.executeWithoutResult(status -> events.publishEvent(new AccountsAppeared(List.of(account.id()))));
    }

    /** Whom the people of the organisation's domain may ask. */
    public void contact(Organisation of, String contact) {
        jdbc.sql("update customer_domain set contact = :contact where customer_id = :customer and domain = :domain")
                .param("contact", contact)
                .param("customer", of.customer().value())
                .param("domain", of.domain())
                .update();
    }

    /** Many at once, told by nobody. */
    public void quietPeople(String domain, int count) {
        jdbc.sql("""
                        insert into account (email, email_key, name, language, created_at)
                        select 'p' || lpad(n::text, 7, '0') || '@' || :domain, 'p' || lpad(n::text, 7, '0') || '@' || :domain,
                               'Person ' || n, 'EN', :now
                        from generate_series(1, :count) n
                        """)
                .param("domain", domain)
                .param("count", count)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** Told by nobody. */
    public void renameQuietly(Account account, EmailAddress to) {
        jdbc.sql("update account set email = :email, email_key = :key where account_id = :id")
                .param("email", to.value())
                .param("key", to.key())
                .param("id", account.id().value())
                .update();
    }

    public void rename(Account account, EmailAddress to) {
        transaction.executeWithoutResult(status -> {
            renameQuietly(account, to);
            events.publishEvent(new AccountsDisappeared(List.of(account.id())));
            events.publishEvent(new AccountsAppeared(List.of(account.id())));
        });
    }

    public void delete(Account account) {
        transaction.executeWithoutResult(status -> {
            events.publishEvent(new AccountsDisappeared(List.of(account.id())));
            jdbc.sql("delete from account where account_id = :id")
                    .param("id", account.id().value())
                    .update();
        });
    }

    public UserInvitationResult send(Organisation of, EmailAddress to) {
        return Objects.requireNonNull(
                send.send(of.customer(), List.of(to), of.actor()).get(to.key()));
    }

    public UserInvitationResult cancel(Organisation of, EmailAddress to) {
        return Objects.requireNonNull(
                cancel.cancel(of.customer(), List.of(to), of.actor()).get(to.key()));
    }

    /** The newest link of an account, as its mail carries it. */
    public LinkToken link(Organisation of, Account account) {
        return jdbc.sql("""
                        select user_invitation_id, link_number from user_invitation
                        where customer_id = :customer and account_id = :account
                        """)
                .param("customer", of.customer().value())
                .param("account", account.id().value())
                .query((row, number) ->
                        links.token(of.customer(), row.getLong("user_invitation_id"), row.getInt("link_number")))
                .single();
    }

    public List<UserInvitation> all(Organisation of) {
        return invitations.page(
                of.customer(), EnumSet.allOf(UserInvitationState.class), UserInvitationOrder.EMAIL_ASC, null, 1_000);
    }

    public List<String> listed(Organisation of) {
        return all(of).stream().map(one -> one.email().value()).toList();
    }

    /** The audit rows about one organisation's invitations, oldest first: action, known event if any, address. */
    public List<String> trail(Organisation of) {
        return jdbc.sql("""
                        select concat_ws(' ', action, details ->> 'event', details ->> 'email') as line from audit_event
                        where customer_id = :customer and subject_type = 'user_invitation'
                        order by audit_id
                        """)
                .param("customer", of.customer().value())
                .query((row, number) -> row.getString("line"))
                .list();
    }
}
