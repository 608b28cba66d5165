package io.chodae.bizkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.bizkit.Kits.Publisher;
import io.chodae.directory.Account;
import io.chodae.directory.SuspendCustomer;
import io.chodae.invitation.AcceptResult;
import io.chodae.invitation.Hindrance;
import io.chodae.invitation.InvitationId;
import io.chodae.invitation.InvitationState;
import io.chodae.invitation.Refusal;
import io.chodae.invitation.ResendInvitation;
import io.chodae.invitation.ResendResult;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@KitTest
class SuspendedPublisherTest {

    @Autowired
    private Kits kits;

    @Autowired
    private SuspendCustomer suspend;

    @Autowired
    private ResendInvitation resend;

    @Autowired
    private MyServices services;

    private Publisher publisher;

    @BeforeEach
    void found() {
        publisher = kits.full();
    }

    @Test
    void nobodyComesInAndTheInvitationIsKept() {
        InvitationId id = kits.invite(publisher);
        Account person = kits.person();
        assertThat(suspend.suspend(publisher.customer(), publisher.actor())).isTrue();
        assertThat(suspend.suspend(publisher.customer(), publisher.actor()))
                .as("again")
                .isFalse();

        assertThat(kits.accept(id, person)).isEqualTo(new AcceptResult.Refused(Refusal.PUBLISHER_SUSPENDED));
        assertThat(kits.now(id).state()).isEqualTo(InvitationState.INVITED);
        assertThat(resend.resend(id, Kits.LIFETIME, publisher.actor()))
                .isEqualTo(new ResendResult.Hindered(Hindrance.PUBLISHER_SUSPENDED));

        assertThat(suspend.resume(publisher.customer(), publisher.actor())).isTrue();
        assertThat(kits.accept(id, person)).isInstanceOf(AcceptResult.Accepted.class);
        assertThat(kits.trail(
                        publisher.customer(), "customer", publisher.customer().value()))
                .containsExactly("customer.suspended", "customer.resumed");
    }

    @Test
    void whoIsInCanUseNothingMeanwhileAndOtherPublishersGoOn() {
        Account person = kits.enrol(kits.invite(publisher));
        Publisher other = kits.full();
        kits.accept(kits.invite(other), person);
        suspend.suspend(publisher.customer(), publisher.actor());
        assertThat(services.of(person.id()))
                .extracting(service -> service.plays().size())
                .containsExactlyInAnyOrder(0, 1);
    }

    @RepeatedTest(10)
    void acceptingAgainstSuspendingHasOneOutcome() throws Exception {
        InvitationId id = kits.invite(publisher);
        Account person = kits.person();
        List<Object> results = AtOnce.run(
                () -> kits.accept(id, person), () -> suspend.suspend(publisher.customer(), publisher.actor()));
        boolean accepted = results.getFirst() instanceof AcceptResult.Accepted;
        assertThat(accepted || results.getFirst().equals(new AcceptResult.Refused(Refusal.PUBLISHER_SUSPENDED)))
                .isTrue();
        assertThat(kits.enrolments(publisher, person.id())).isEqualTo(accepted ? 1 : 0);
    }
}
