package io.chodae.bizkit;

import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.bizkit.LockOffer.Standing;
import io.chodae.directory.Accounts;
import io.chodae.directory.Customers;
import io.chodae.invitation.Admission;
import io.chodae.invitation.Invitation;
import io.chodae.invitation.Refusal;
import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Enrols whoever accepted, inside the accepting transaction, after looking once more at everything that may have
 * changed since the mail went out: group, Plays, seats, who is enrolled already.
 */
@Component
class EnrollAccepted implements Admission {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Customers customers;
    private final BizKits bizKits;
    private final LockOffer offers;
    private final Seats seats;
    private final Accounts accounts;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    EnrollAccepted(
            JdbcClient jdbc,
            Clock clock,
            Customers customers,
            BizKits bizKits,
            LockOffer offers,
            Seats seats,
            Accounts accounts,
            AuditTrail audit,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.customers = customers;
        this.bizKits = bizKits;
        this.offers = offers;
        this.seats = seats;
        this.accounts = accounts;
        this.audit = audit;
        this.events = events;
    }

    @Override
    public Optional<Refusal> admit(
            Invitation invitation, AccountId account, EmailAddress accountEmail, boolean ownsAddress) {
        CustomerId customer = invitation.id().customer();
        if (customers.isSuspended(customer)) {
            return Optional.of(Refusal.PUBLISHER_SUSPENDED);
        }
        BizKit kit = bizKits.get(customer);
        boolean same = accountEmail.key().equals(invitation.email().key());
        if (kit.requireOwnAddress() && !same) {
            return Optional.of(Refusal.ADDRESS_MUST_MATCH);
        }
        Optional<Standing> offer = offers.lock(customer, invitation.offerId());
        if (offer.isEmpty()) {
            return Optional.of(Refusal.OFFER_GONE);
        }
        Optional<Long> agreed = agree(invitation, account, offer.get());
        if (agreed.isPresent()) {
            events.publishEvent(new UserAgreedToPlays(
                    customer, agreed.get(), account, invitation.id().value(), invitation.offerId()));
            return Optional.empty();
        }
        if (!seats.reserve(customer, 1)) {
            return Optional.of(Refusal.NO_SEAT);
        }
        Optional<Long> user = insert(
                invitation, account, kit.edition().serviceType(), offer.get().groupId());
        if (user.isEmpty()) {
            return Optional.of(enrolledAs(customer, account));
        }
        insertPlays(customer, user.get(), offer.get().plays());
        if (same && !ownsAddress) {
            prove(account, accountEmail);
        }
        events.publishEvent(
                new UserEnrolled(customer, user.get(), account, invitation.id().value(), invitation.offerId()));
        return Optional.empty();
    }

    /**
     * Who agreed to single Plays before, by this very address and account, agrees to further ones and keeps the seat.
     * Empty for everybody else.
     */
    private Optional<Long> agree(Invitation invitation, AccountId account, Standing offer) {
        CustomerId customer = invitation.id().customer();
        Optional<Long> user = jdbc.sql("""
                        update enrolled_user set group_id = coalesce(:group, group_id)
                        where customer_id = :customer and account_id = :account and email_key = :key
                          and left_at is null and service_type = 'PLAY'
                        returning user_id
                        """)
                .param("customer", customer.value())
                .param("account", account.value())
                .param("key", invitation.email().key())
                .param("group", offer.groupId(), Types.BIGINT)
                .query(Long.class)
                .optional();
        user.ifPresent(id -> insertPlays(customer, id, offer.plays()));
        return user;
    }

    /**
     * The link that was just used went to this very address and nowhere else, so whoever holds it reads its mail: as
     * much as a verification mail would show, and as much as signing up from an invitation goes by.
     */
    private void prove(AccountId account, EmailAddress address) {
        accounts.markVerified(account);
        audit.record(
                CustomerId.HOUSE,
                Actor.account(account, address.value()),
                "account.email-verified",
                "account",
                String.valueOf(account.value()),
                Map.of("by", "invitation"));
    }

    private Optional<Long> insert(Invitation invitation, AccountId account, ServiceType type, @Nullable Long groupId) {
        return jdbc.sql("""
                        insert into enrolled_user (customer_id, account_id, invitation_id, email, email_key, name, phone,
                                                   extra_info, group_id, service_type, accepted_at)
                        values (:customer, :account, :invitation, :email, :key, :name, :phone,
                                :extraInfo, :group, :type, :now)
                        on conflict do nothing
                        returning user_id
                        """)
                .param("customer", invitation.id().customer().value())
                .param("account", account.value())
                .param("invitation", invitation.id().value())
                .param("email", invitation.email().value())
                .param("key", invitation.email().key())
                .param("name", invitation.name())
                .param("phone", invitation.phone(), Types.VARCHAR)
                .param("extraInfo", invitation.extraInfo(), Types.VARCHAR)
                .param("group", groupId, Types.BIGINT)
                .param("type", type.name())
                .param("now", Timestamp.from(clock.instant()))
                .query(Long.class)
                .optional();
    }

    private void insertPlays(CustomerId customer, long userId, List<Long> plays) {
        jdbc.sql("""
                        insert into enrolled_user_play (customer_id, user_id, play_id, accepted_at)
                        select :customer, :user, play, :now from unnest(:plays::bigint[]) as play
                        on conflict (customer_id, user_id, play_id)
                          do update set accepted_at = excluded.accepted_at, withdrawn_at = null
                        """)
                .param("customer", customer.value())
                .param("user", userId)
                .param("plays", plays.toArray(Long[]::new))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** The insert met somebody: this account by another address, or this address by another account. */
    private Refusal enrolledAs(CustomerId customer, AccountId account) {
        boolean byAccount = jdbc.sql("""
                        select exists (select 1 from enrolled_user
                                       where customer_id = :customer and account_id = :account and left_at is null)
                        """)
                .param("customer", customer.value())
                .param("account", account.value())
                .query(Boolean.class)
                .single();
        return byAccount ? Refusal.ACCOUNT_ALREADY_ENROLLED : Refusal.ALREADY_ACCEPTED_BY_OTHER;
    }
}
