package io.chodae.provisioning;

import static io.chodae.provisioning.Organisations.minji;
import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.capture.Captures;
import io.chodae.capture.Captures.Organisation;
import io.chodae.identity.ManagedChange;
import io.chodae.provisioning.ChangeDirectoryUserResult.NotFound;
import io.chodae.provisioning.CreateUserResult.Conflict;
import io.chodae.provisioning.CreateUserResult.Invalid;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Another organisation sees nothing of users and of whom is waited for, and changes nothing. */
@ProvisioningTest
class OtherCustomersTest {

    @Autowired
    Captures captures;

    @Autowired
    Organisations organisations;

    @Autowired
    DirectoryUsers users;

    @Autowired
    ChangeDirectoryUser change;

    @Autowired
    DeleteDirectoryUser delete;

    @Autowired
    PendingUsers pending;

    @Autowired
    EndPendingUser endPending;

    @Autowired
    ConflictPolicies policies;

    Organisation hotel;
    Organisation other;
    DirectoryUser user;

    @BeforeEach
    void aUserAndOneWhoIsWaitedFor() {
        hotel = captures.organisation();
        other = captures.organisation();
        user = organisations.created(hotel, minji(hotel.at("minji")));
        captures.person(hotel.at("sora"));
        organisations.policy(hotel.customer(), ConflictRule.INVITE, 3, AfterFollowUps.STOP);
        organisations.create(hotel, minji(hotel.at("sora")));
    }

    @Test
    void nothingIsFound() {
        assertThat(users.find(other.customer(), user.id())).isEmpty();
        assertThat(users.find(other.customer(), user.email())).isEmpty();
        assertThat(users.count(other.customer(), new UserFilter.All())).isZero();
        assertThat(pending.page(other.customer(), false, Optional.empty(), 10).items())
                .isEmpty();
        assertThat(pending.find(other.customer(), waiting().id())).isEmpty();
        assertThat(policies.of(other.customer())).isEqualTo(ConflictPolicy.DEFAULT);
    }

    @Test
    void nothingIsChanged() {
        DirectoryUserChange wanted = new DirectoryUserChange(null, "Eve", null, null, null, null, true, null);
        assertThat(change.change(other.customer(), user.id(), wanted, null, other.actor()))
                .isInstanceOf(NotFound.class);
        assertThat(delete.delete(other.customer(), user.id(), other.actor())).isEqualTo(ManagedChange.NOT_MANAGED);
        assertThat(endPending.end(other.customer(), waiting().id(), other.actor()))
                .isFalse();
        assertThat(organisations.create(other, minji(hotel.at("new"))))
                .isEqualTo(new Invalid(Set.of(UserFault.FOREIGN_DOMAIN)));
        assertThat(users.find(hotel.customer(), user.id())).contains(user);
        assertThat(waiting().state()).isEqualTo(PendingState.WAITING);
    }

    @Test
    void whoHoldsTheDomainAfterwardsLearnsOnlyThatTheAddressIsManaged() {
        captures.lose(hotel.customer(), hotel.domain());
        captures.verify(other.customer(), hotel.domain());
        assertThat(organisations.create(other, minji(hotel.at("minji"))))
                .isEqualTo(new Conflict(ConflictReason.MANAGED_ELSEWHERE));
    }

    private PendingUser waiting() {
        return pending.page(hotel.customer(), true, Optional.empty(), 10)
                .items()
                .getFirst();
    }
}
