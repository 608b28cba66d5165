package io.chodae.bizkit;

import io.chodae.audit.Actor;
import io.chodae.invitation.Invitations;
import io.chodae.invitation.Invitee;
import io.chodae.invitation.SendInvitations;
import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import io.chodae.shared.Language;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks people who agreed to single Plays whether they want a group's others as well: by an invitation, and until they
 * accept it nothing changes for them. Gives out links, so it comes before any lock on the group or its users.
 */
@Component
public class OfferPlays {

    private static final int CHUNK = 1_000;

    private final JdbcClient jdbc;
    private final Offers offers;
    private final BizKits kits;
    private final Invitations invitations;
    private final SendInvitations send;

    OfferPlays(JdbcClient jdbc, Offers offers, BizKits kits, Invitations invitations, SendInvitations send) {
        this.jdbc = jdbc;
        this.offers = offers;
        this.kits = kits;
        this.invitations = invitations;
        this.send = send;
    }

    /**
     * Invites the group's own PLAY users who have not been asked about one of these Plays yet.
     *
     * @param playIds what the group is about to offer
     * @return how many were invited
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int toMembers(CustomerId customer, long groupId, Collection<Long> playIds, Actor actor) {
        List<Long> members = jdbc.sql("""
                        select u.user_id from enrolled_user u
                        where u.customer_id = :customer and u.group_id = :group and u.left_at is null
                          and u.service_type = 'PLAY'
                          and exists (select 1 from private_play p
                                      where p.customer_id = u.customer_id and p.enabled and p.play_id = any(:plays)
                                        and not exists (select 1 from enrolled_user_play c
                                                        where c.customer_id = u.customer_id and c.user_id = u.user_id
                                                          and c.play_id = p.play_id))
                        order by u.user_id
                        """)
                .param("customer", customer.value())
                .param("group", groupId)
                .param("plays", playIds.toArray(Long[]::new))
                .query((row, number) -> row.getLong("user_id"))
                .list();
        return toUsers(customer, groupId, members, actor);
    }

    /**
     * Invites these users into a group; whoever is no PLAY user, or has a live invitation into it already, is passed
     * over.
     *
     * @return how many were invited; nobody who is not written to or had enough mails, and nobody at all while the
     *     publisher is stopped
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int toUsers(CustomerId customer, long groupId, Collection<Long> userIds, Actor actor) {
        if (kits.isStopped(customer)) {
            return 0;
        }
        List<Invitee> people = withoutInvited(customer, groupId, people(customer, userIds));
        Optional<Offer> newest = people.isEmpty() ? Optional.empty() : offers.newest(customer);
        if (newest.isEmpty()) {
            return 0;
        }
        Offer model = newest.get();
        long offer = offers.create(
                        customer,
                        new OfferContent(
                                model.inviterName(),
                                model.contactEmail(),
                                model.contactPhone(),
                                "",
                                OptionalLong.of(groupId),
                                List.of()))
                .id();
        int invited = 0;
        for (int from = 0; from < people.size(); from += CHUNK) {
            List<Invitee> chunk = people.subList(from, Math.min(from + CHUNK, people.size()));
            invited += send.send(customer, offer, chunk, kits.get(customer).invitationLifetime(), actor)
                    .written();
        }
        return invited;
    }

    private List<Invitee> people(CustomerId customer, Collection<Long> userIds) {
        return jdbc.sql("""
                        select u.email, u.email_key, u.name, u.phone, u.extra_info, a.language
                        from enrolled_user u join account a on a.account_id = u.account_id
                        where u.customer_id = :customer and u.user_id = any(:users) and u.left_at is null
                          and u.service_type = 'PLAY'
                        order by u.email_key
                        """)
                .param("customer", customer.value())
                .param("users", userIds.toArray(Long[]::new))
                .query(OfferPlays::invitee)
                .list();
    }

    private List<Invitee> withoutInvited(CustomerId customer, long groupId, List<Invitee> people) {
        Map<String, Long> live = invitations.liveOffers(
                customer, people.stream().map(one -> one.email().key()).toList());
        Set<Long> intoGroup = offers.intoGroup(customer, groupId, live.values());
        return people.stream()
                .filter(one -> !intoGroup.contains(live.getOrDefault(one.email().key(), -1L)))
                .collect(Collectors.toList());
    }

    private static Invitee invitee(ResultSet row, int number) throws SQLException {
        return new Invitee(
                new EmailAddress(row.getString("email"), row.getString("email_key")),
                Objects.requireNonNull(row.getString("name")),
                row.getString("phone"),
                row.getString("extra_info"),
                Language.ofTag(row.getString("language")));
    }
}
