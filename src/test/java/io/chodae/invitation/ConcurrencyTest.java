package io.chodae.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.bizkit.AtOnce;
import io.chodae.bizkit.DeleteUserGroup;
import io.chodae.bizkit.EnablePrivatePlay;
import io.chodae.bizkit.EnrolledUsers;
import io.chodae.bizkit.KitTest;
import io.chodae.bizkit.Kits;
import io.chodae.bizkit.Kits.Publisher;
import io.chodae.bizkit.Seats;
import io.chodae.bizkit.UserGroups;
import io.chodae.directory.Account;
import io.chodae.invitation.SendInvitations.SendResult;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What happens at the same moment, on real connections: somebody wins, the others are told, the books are true. */
@KitTest
class ConcurrencyTest {

    private static final int ROUNDS = 15;

    @Autowired
    private Kits kits;

    @Autowired
    private CancelInvitation cancel;

    @Autowired
    private DeclineInvitation decline;

    @Autowired
    private ResendInvitation resend;

    @Autowired
    private Invitations invitations;

    @Autowired
    private EnrolledUsers users;

    @Autowired
    private Seats seats;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private UserGroups groups;

    @Autowired
    private DeleteUserGroup deleteGroup;

    @Autowired
    private EnablePrivatePlay enablePlay;

    private Publisher publisher;

    @BeforeEach
    void found() {
        publisher = kits.full();
    }

    @RepeatedTest(ROUNDS)
    void aDoubleClickEnrolsOnce() throws Exception {
        InvitationId id = kits.invite(publisher);
        Account person = kits.person();

        List<AcceptResult> results = AtOnce.run(() -> kits.accept(id, person), () -> kits.accept(id, person));

        assertThat(refusals(results)).containsExactly(Refusal.ALREADY_ACCEPTED_BY_YOU);
        assertThat(kits.enrolments(publisher, person.id())).isEqualTo(1);
        assertThat(kits.trail(publisher.customer(), "invitation", id.value())).containsExactly("invitation.accepted");
    }

    @RepeatedTest(ROUNDS)
    void ofTwoPeopleWithOneLinkOneComesIn() throws Exception {
        InvitationId id = kits.invite(publisher);
        Account one = kits.person();
        Account other = kits.person();

        List<AcceptResult> results = AtOnce.run(() -> kits.accept(id, one), () -> kits.accept(id, other));

        assertThat(refusals(results)).containsExactly(Refusal.ALREADY_ACCEPTED_BY_OTHER);
        assertThat(kits.enrolments(publisher, one.id()) + kits.enrolments(publisher, other.id()))
                .isEqualTo(1);
    }

    @RepeatedTest(ROUNDS)
    void ofTwoInvitationsOfOnePersonOneEnrols() throws Exception {
        InvitationId one = kits.invite(publisher);
        InvitationId other = kits.invite(publisher);
        Account person = kits.person();

        List<AcceptResult> results = AtOnce.run(() -> kits.accept(one, person), () -> kits.accept(other, person));

        assertThat(refusals(results)).containsExactly(Refusal.ACCOUNT_ALREADY_ENROLLED);
        assertThat(kits.enrolments(publisher, person.id())).isEqualTo(1);
        assertThat(invitations.counts(publisher.customer()))
                .isEqualTo(Map.of(InvitationState.ACCEPTED, 1, InvitationState.INVITED, 1));
    }

    @RepeatedTest(ROUNDS)
    void acceptingAgainstCancelingHasOneOutcome() throws Exception {
        InvitationId id = kits.invite(publisher);
        Account person = kits.person();

        List<Object> results = AtOnce.run(() -> kits.accept(id, person), () -> cancel.cancel(id, publisher.actor()));

        boolean accepted = results.getFirst() instanceof AcceptResult.Accepted;
        assertThat(results.get(1)).isEqualTo(!accepted);
        if (!accepted) {
            assertThat(results.getFirst()).isEqualTo(new AcceptResult.Refused(Refusal.CANCELED));
        }
        assertThat(kits.now(id).state()).isEqualTo(accepted ? InvitationState.ACCEPTED : InvitationState.NOT_YET_SENT);
        assertThat(kits.enrolments(publisher, person.id())).isEqualTo(accepted ? 1 : 0);
    }

    @RepeatedTest(ROUNDS)
    void acceptingAgainstDecliningHasOneOutcome() throws Exception {
        InvitationId id = kits.invite(publisher);
        Account person = kits.person();

        List<Object> results =
                AtOnce.run(() -> kits.accept(id, person), () -> decline.decline(kits.link(id), person.id(), "다음에 할게요"));

        boolean accepted = results.getFirst() instanceof AcceptResult.Accepted;
        if (accepted) {
            assertThat(results.get(1)).isEqualTo(new DeclineResult.Refused(Refusal.ALREADY_ACCEPTED_BY_YOU));
        } else {
            assertThat(results.getFirst()).isEqualTo(new AcceptResult.Refused(Refusal.DECLINED));
            assertThat(results.get(1)).isInstanceOf(DeclineResult.Declined.class);
        }
        assertThat(kits.now(id).state()).isEqualTo(accepted ? InvitationState.ACCEPTED : InvitationState.DECLINED);
        assertThat(kits.enrolments(publisher, person.id())).isEqualTo(accepted ? 1 : 0);
    }

    @RepeatedTest(ROUNDS)
    void acceptingAgainstDeletingTheGroupLeavesNobodyInIt() throws Exception {
        long group = kits.group(publisher, "객실팀", publisher.play());
        InvitationId id = kits.invite(publisher, kits.offerInto(publisher, group), Kits.address());
        Account person = kits.person();

        List<Object> results = AtOnce.run(
                () -> kits.accept(id, person),
                () -> deleteGroup.delete(publisher.customer(), group, publisher.actor()));

        boolean accepted = results.getFirst() instanceof AcceptResult.Accepted;
        assertThat(results.get(1)).isEqualTo(OptionalInt.of(accepted ? 1 : 0));
        if (!accepted) {
            assertThat(results.getFirst()).isEqualTo(new AcceptResult.Refused(Refusal.OFFER_GONE));
        }
        assertThat(kits.enrolments(publisher, person.id())).isEqualTo(accepted ? 1 : 0);
        assertThat(groups.unclassifiedUsers(publisher.customer())).isEqualTo(accepted ? 1 : 0);
        assertThat(kits.now(id).state()).isEqualTo(accepted ? InvitationState.ACCEPTED : InvitationState.INVITED);
    }

    @RepeatedTest(ROUNDS)
    void acceptingAgainstSwitchingTheOnlyPlayOffHasOneOutcome() throws Exception {
        InvitationId id = kits.invite(publisher);
        Account person = kits.person();

        List<Object> results = AtOnce.run(
                () -> kits.accept(id, person),
                () -> enablePlay.enable(publisher.customer(), publisher.play(), false, publisher.actor()));

        boolean accepted = results.getFirst() instanceof AcceptResult.Accepted;
        assertThat(results.get(1)).isEqualTo(true);
        assertThat(accepted || results.getFirst().equals(new AcceptResult.Refused(Refusal.OFFER_GONE)))
                .isTrue();
        assertThat(kits.enrolments(publisher, person.id())).isEqualTo(accepted ? 1 : 0);
    }

    @RepeatedTest(ROUNDS)
    void acceptingAgainstSendingAgainHasOneOutcome() throws Exception {
        InvitationId id = kits.invite(publisher);
        Account person = kits.person();

        List<Object> results =
                AtOnce.run(() -> kits.accept(id, person), () -> resend.resend(id, Kits.LIFETIME, publisher.actor()));

        boolean accepted = results.getFirst() instanceof AcceptResult.Accepted;
        if (results.get(1) instanceof ResendResult.Sent) {
            // The new link may have been read before it was pressed; only the old one must be dead.
            assertThat(accepted || results.getFirst().equals(new AcceptResult.Refused(Refusal.SUPERSEDED)))
                    .isTrue();
            assertThat(kits.now(id).linkNumber()).isEqualTo(2);
        } else {
            assertThat(results.get(1)).isEqualTo(new ResendResult.AlreadyAccepted());
            assertThat(accepted).isTrue();
        }
        assertThat(kits.now(id).state()).isEqualTo(accepted ? InvitationState.ACCEPTED : InvitationState.INVITED);
    }

    @RepeatedTest(ROUNDS)
    void theLastSeatIsTakenOnce() throws Exception {
        Publisher limited = kits.trial();
        InvitationId one = kits.invite(limited);
        InvitationId other = kits.invite(limited);
        cancel.cancel(one, limited.actor());
        cancel.cancel(other, limited.actor());
        kits.limit(limited, 1);

        List<ResendResult> results = AtOnce.run(
                () -> resend.resend(one, Kits.LIFETIME, limited.actor()),
                () -> resend.resend(other, Kits.LIFETIME, limited.actor()));

        assertThat(results).filteredOn(ResendResult.Sent.class::isInstance).hasSize(1);
        assertThat(results).contains(new ResendResult.Hindered(Hindrance.NO_SEAT));
        assertThat(invitations.pending(limited.customer())).isEqualTo(1);
    }

    @RepeatedTest(ROUNDS)
    void tenPendingPeopleMayAllAcceptAtOnce() throws Exception {
        Publisher trial = kits.trial();
        List<InvitationId> ids =
                Stream.generate(() -> kits.invite(trial)).limit(10).toList();
        List<Account> people = Stream.generate(kits::person).limit(10).toList();

        @SuppressWarnings({"unchecked", "rawtypes"})
        Callable<AcceptResult>[] clicks = new Callable[10];
        Arrays.setAll(clicks, i -> () -> kits.accept(ids.get(i), people.get(i)));
        List<AcceptResult> results = AtOnce.run(clicks);

        assertThat(results).allMatch(AcceptResult.Accepted.class::isInstance);
        assertThat(users.count(trial.customer())).isEqualTo(10);
    }

    @RepeatedTest(ROUNDS)
    void anAcceptanceMakesNoRoomForAnotherWhileItHappens() throws Exception {
        Publisher limited = kits.trial();
        InvitationId pending = kits.invite(limited);
        InvitationId canceled = kits.invite(limited);
        cancel.cancel(canceled, limited.actor());
        kits.limit(limited, 1);
        Account person = kits.person();

        List<Object> results = AtOnce.run(
                () -> kits.accept(pending, person), () -> resend.resend(canceled, Kits.LIFETIME, limited.actor()));

        assertThat(results.getFirst()).isInstanceOf(AcceptResult.Accepted.class);
        assertThat(results.get(1)).isEqualTo(new ResendResult.Hindered(Hindrance.NO_SEAT));
        assertThat(seats.use(limited.customer()).used()).isEqualTo(1);
    }

    @RepeatedTest(ROUNDS)
    void ofTwoOperatorsOneInvitesTheTenthAndNobodyTheEleventh() throws Exception {
        Publisher trial = kits.trial();
        for (int i = 0; i < 9; i++) {
            kits.invite(trial);
        }
        long offer = kits.offer(trial);

        List<Boolean> results =
                AtOnce.run(() -> inviteWhereThereIsASeat(trial, offer), () -> inviteWhereThereIsASeat(trial, offer));

        assertThat(results).containsExactlyInAnyOrder(true, false);
        assertThat(seats.use(trial.customer()).used()).isEqualTo(10);
    }

    /** As a campaign does: invitations first, then the count under the lock, or nothing of it. */
    private boolean inviteWhereThereIsASeat(Publisher trial, long offer) {
        return transaction.execute(status -> {
            kits.send(trial, offer, Kits.invitee(Kits.address()));
            boolean seated = seats.reserve(trial.customer(), 0);
            if (!seated) {
                status.setRollbackOnly();
            }
            return seated;
        });
    }

    @RepeatedTest(ROUNDS)
    void twoCampaignsWithTheSameNewPeopleLeaveOneLiveLinkEach() throws Exception {
        List<Invitee> people =
                Stream.generate(() -> Kits.invitee(Kits.address())).limit(50).toList();
        Invitee[] forward = people.toArray(Invitee[]::new);
        Invitee[] backward = people.toArray(Invitee[]::new);
        Collections.reverse(Arrays.asList(backward));
        long one = kits.offer(publisher);
        long other = kits.offer(publisher);

        List<SendResult> results =
                AtOnce.run(() -> kits.send(publisher, one, forward), () -> kits.send(publisher, other, backward));

        assertThat(results).containsOnly(new SendResult(50, 0));
        assertThat(invitations.counts(publisher.customer()))
                .isEqualTo(Map.of(InvitationState.INVITED, 50, InvitationState.NOT_YET_SENT, 50));
    }

    @RepeatedTest(ROUNDS)
    void oneChunkWrittenTwiceAtOnceIsWrittenOnce() throws Exception {
        Invitee[] people =
                Stream.generate(() -> Kits.invitee(Kits.address())).limit(50).toArray(Invitee[]::new);
        long offer = kits.offer(publisher);

        List<SendResult> results =
                AtOnce.run(() -> kits.send(publisher, offer, people), () -> kits.send(publisher, offer, people));

        assertThat(results).containsExactlyInAnyOrder(new SendResult(50, 0), new SendResult(0, 50));
        assertThat(invitations.pending(publisher.customer())).isEqualTo(50);
    }

    private static List<Refusal> refusals(List<AcceptResult> results) {
        return results.stream()
                .filter(AcceptResult.Refused.class::isInstance)
                .map(result -> ((AcceptResult.Refused) result).reason())
                .toList();
    }
}
