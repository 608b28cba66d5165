package io.chodae.identity;

import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.directory.Account;
import io.chodae.directory.Accounts;
import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import io.chodae.shared.Language;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** An owner asks a colleague to join, by a mail to an address. */
@Component
public class InviteOperator {

    static final Duration LIFETIME = Duration.ofDays(3);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Accounts accounts;
    private final Operators operators;
    private final OperatorInvitations invitations;
    private final CountColleagueMails mails;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final AuditTrail audit;

    InviteOperator(
            JdbcClient jdbc,
            Clock clock,
            Accounts accounts,
            Operators operators,
            OperatorInvitations invitations,
            CountColleagueMails mails,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            AuditTrail audit) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.accounts = accounts;
        this.operators = operators;
        this.invitations = invitations;
        this.mails = mails;
        this.transaction = transaction;
        this.events = events;
        this.audit = audit;
    }

    /**
     * Writes the invitation and asks for its mail, which comes in the language of the colleague's account where there
     * is one.
     *
     * @param email as typed
     * @param role null where none was chosen
     * @param language for somebody who has no account yet
     */
    public InviteOperatorResult invite(
            CustomerId customer, String email, @Nullable Role role, Language language, Actor actor) {
        FormCheck form = new FormCheck();
        Optional<EmailAddress> address = form.email(email);
        if (role == null) {
            form.fault("role", "role.missing");
        }
        Optional<Account> account = address.flatMap(accounts::findByEmail);
        if (account.flatMap(known -> operators.membership(known.id(), customer)).isPresent()) {
            form.fault("email", "email.operator");
        }
        if (address.isPresent() && isInvited(customer, address.get())) {
            form.fault("email", "email.invited");
        }
        if (address.isEmpty() || role == null || form.isFaulty()) {
            return new InviteOperatorResult.Invalid(form.faults());
        }
        Optional<Duration> pause = mails.count(actor, address.get());
        if (pause.isPresent()) {
            return new InviteOperatorResult.TooMany(pause.get());
        }
        return transaction.execute(status -> invite(customer, address.get(), account, role, language, actor));
    }

    private InviteOperatorResult invite(
            CustomerId customer,
            EmailAddress address,
            Optional<Account> account,
            Role role,
            Language language,
            Actor actor) {
        Language spoken = account.map(Account::language).orElse(language);
        Optional<Long> id = write(customer, address, role, spoken, actor);
        if (id.isEmpty()) {
            return new InviteOperatorResult.Invalid(List.of(FormFault.of("email", "email.invited")));
        }
        audit.record(
                customer,
                actor,
                "operator.invited",
                "operator-invitation",
                Long.toString(id.get()),
                Map.of("email", address.value(), "role", role.name()));
        events.publishEvent(new OperatorInvited(
                customer, id.get(), 1, address, account.map(Account::name).orElse(""), spoken));
        return new InviteOperatorResult.Invited(
                invitations.byIds(customer, List.of(id.get())).getFirst());
    }

    private boolean isInvited(CustomerId customer, EmailAddress address) {
        return invitations.open(customer).stream()
                .anyMatch(open -> open.email().key().equals(address.key()));
    }

    /** Empty where the address has an open invitation already. */
    private Optional<Long> write(CustomerId customer, EmailAddress address, Role role, Language language, Actor actor) {
        long id = jdbc.sql("select nextval('operator_invitation_id')")
                .query(Long.class)
                .single();
        Instant now = clock.instant();
        return jdbc.sql("""
                        insert into operator_invitation (customer_id, invitation_id, email, email_key, role, language,
                                                         link_number, link_hash, invited_by, sent_at, expires_at)
                        values (:customer, :id, :email, :key, :role, :language, 1, :hash, :by, :now, :expiresAt)
                        on conflict (customer_id, email_key) where ended_at is null do nothing
                        returning invitation_id
                        """)
                .param("customer", customer.value())
                .param("id", id)
                .param("email", address.value())
                .param("key", address.key())
                .param("role", role.name())
                .param("language", language.name())
                .param("hash", invitations.token(customer, id, 1).hash())
                .param("by", actor.label())
                .param("now", Timestamp.from(now))
                .param("expiresAt", Timestamp.from(now.plus(LIFETIME)))
                .query(Long.class)
                .optional();
    }
}
