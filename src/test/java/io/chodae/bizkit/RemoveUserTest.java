package io.chodae.bizkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.bizkit.Kits.Publisher;
import io.chodae.directory.Account;
import io.chodae.invitation.AcceptResult;
import io.chodae.invitation.InvitationId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@KitTest
class RemoveUserTest {

    @Autowired
    private Kits kits;

    @Autowired
    private Heard heard;

    @Autowired
    private RemoveUser remove;

    @Autowired
    private EnrolledUsers users;

    @Autowired
    private MyServices services;

    @Autowired
    private Seats seats;

    @Autowired
    private JdbcClient jdbc;

    private Publisher publisher;
    private InvitationId invitation;
    private Account person;
    private long user;

    @BeforeEach
    void enrol() {
        publisher = kits.trial();
        invitation = kits.invite(publisher);
        person = kits.enrol(invitation);
        user = kits.userOf(publisher, person);
    }

    @Test
    void nothingIsLeftAndTheSeatIsFree() {
        int mails = mails();

        assertThat(remove(user)).isEqualTo(1);
        assertThat(remove(user)).as("again").isZero();

        assertThat(services.of(person.id())).isEmpty();
        assertThat(users.find(publisher.customer(), user)).isEmpty();
        assertThat(users.findEver(publisher.customer(), user).orElseThrow().left())
                .isTrue();
        assertThat(seats.use(publisher.customer()).used()).isZero();
        assertThat(mails()).as("no mail says so").isEqualTo(mails);
        assertThat(kits.trail(publisher.customer(), "user", user)).containsExactly("user.removed");
        assertThat(heard.of(UserRemoved.class, UserRemoved::customer, publisher.customer()))
                .containsExactly(new UserRemoved(publisher.customer(), user, person.id()));
    }

    @Test
    void comingBackNeedsANewInvitation() {
        remove(user);
        assertThat(kits.accept(invitation, person)).isInstanceOf(AcceptResult.Refused.class);
        String address = kits.now(invitation).email().value();
        assertThat(kits.accept(kits.invite(publisher, kits.offer(publisher), address), person))
                .isInstanceOf(AcceptResult.Accepted.class);
    }

    /** Somebody who leaves at the moment of being removed leaves once, and the trail tells which it was. */
    @RepeatedTest(10)
    void removedOrGoneByOwnWishNeverBoth() throws Exception {
        List<Object> results = AtOnce.run(
                () -> remove(user) == 1, () -> services.withdrawFromService(person.id(), publisher.customer(), user));
        assertThat(results).containsExactlyInAnyOrder(true, false);
        assertThat(kits.trail(publisher.customer(), "user", user))
                .containsExactly(results.getFirst().equals(true) ? "user.removed" : "user.withdrew");
    }

    private int remove(long who) {
        return remove.remove(publisher.customer(), List.of(who), publisher.actor());
    }

    private int mails() {
        return jdbc.sql("select count(*) from mail where customer_id = :customer")
                .param("customer", publisher.customer().value())
                .query(Integer.class)
                .single();
    }
}
