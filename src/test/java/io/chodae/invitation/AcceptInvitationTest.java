package io.chodae.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.audit.Actor;
import io.chodae.bizkit.DeleteUserGroup;
import io.chodae.bizkit.EnablePrivatePlay;
import io.chodae.bizkit.EnrolledUser;
import io.chodae.bizkit.EnrolledUsers;
import io.chodae.bizkit.GroupFilter;
import io.chodae.bizkit.Heard;
import io.chodae.bizkit.KitTest;
import io.chodae.bizkit.Kits;
import io.chodae.bizkit.Kits.Publisher;
import io.chodae.bizkit.ServiceType;
import io.chodae.bizkit.UserEnrolled;
import io.chodae.directory.Account;
import io.chodae.directory.Accounts;
import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import io.chodae.shared.Language;
import io.chodae.shared.LinkToken;
import io.chodae.shared.Secrets;
import io.chodae.testing.RewoundClock;
import io.chodae.testing.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;

@KitTest
@ExtendWith(RewoundClock.class)
class AcceptInvitationTest {

    @Autowired
    private Kits kits;

    @Autowired
    private Heard heard;

    @Autowired
    private TestClock clock;

    @Autowired
    private AcceptInvitation accept;

    @Autowired
    private ResendInvitation resend;

    @Autowired
    private CancelInvitation cancel;

    @Autowired
    private DeclineInvitation decline;

    @Autowired
    private EnrolledUsers users;

    @Autowired
    private DeleteUserGroup deleteGroup;

    @Autowired
    private EnablePrivatePlay enablePlay;

    @Autowired
    private Secrets secrets;

    @Autowired
    private Accounts accounts;

    private Publisher publisher;
    private Account person;

    @BeforeEach
    void found() {
        publisher = kits.full();
        person = kits.person();
    }

    @Test
    void enrolsThePersonWithWhatTheInvitationSays() {
        long group = kits.group(publisher, "객실팀", publisher.play());
        InvitationId id = kits.invite(publisher, kits.offerInto(publisher, group), Kits.address());
        clock.advance(Duration.ofMinutes(5));

        AcceptResult result = kits.accept(id, person);

        Invitation accepted = ((AcceptResult.Accepted) result).invitation();
        assertThat(accepted).isEqualTo(kits.now(id));
        assertThat(accepted.state()).isEqualTo(InvitationState.ACCEPTED);
        assertThat(accepted.acceptedBy()).isEqualTo(person.id());
        assertThat(accepted.endedAt()).isEqualTo(clock.instant());
        EnrolledUser user = onlyUser();
        assertThat(user)
                .isEqualTo(new EnrolledUser(
                        user.id(),
                        person.id(),
                        id.value(),
                        accepted.email().value(),
                        accepted.email().key(),
                        "맹동주",
                        "01012345678",
                        "3층",
                        group,
                        "객실팀",
                        ServiceType.SERVICE,
                        1,
                        clock.instant(),
                        null,
                        null,
                        null,
                        "맹동주",
                        "객실팀"));
        assertThat(kits.trail(publisher.customer(), "invitation", id.value())).containsExactly("invitation.accepted");
        assertThat(heard.of(UserEnrolled.class, UserEnrolled::customer, publisher.customer()))
                .containsExactly(
                        new UserEnrolled(publisher.customer(), user.id(), person.id(), id.value(), accepted.offerId()));
        assertThat(heard.of(InvitationAccepted.class, e -> e.invitation().id().customer(), publisher.customer()))
                .containsExactly(new InvitationAccepted(accepted, person.id()));
    }

    @Test
    void trialUsersAgreeToPlays() {
        Publisher trial = kits.trial();
        kits.enrol(kits.invite(trial));
        assertThat(users.search(trial.customer(), "", new GroupFilter.All(), Optional.empty(), 10)
                        .items())
                .singleElement()
                .extracting(EnrolledUser::serviceType)
                .isEqualTo(ServiceType.PLAY);
    }

    @Test
    void aSecondClickOfTheSamePersonIsToldSo() {
        InvitationId id = kits.invite(publisher);
        kits.accept(id, person);
        assertThat(kits.accept(id, person)).isEqualTo(refused(Refusal.ALREADY_ACCEPTED_BY_YOU));
        assertThat(kits.enrolments(publisher, person.id())).isEqualTo(1);
        assertThat(kits.trail(publisher.customer(), "invitation", id.value())).containsExactly("invitation.accepted");
    }

    @Test
    void somebodyElseCannotUseItAgain() {
        InvitationId id = kits.invite(publisher);
        kits.accept(id, kits.person());
        assertThat(kits.accept(id, person)).isEqualTo(refused(Refusal.ALREADY_ACCEPTED_BY_OTHER));
        assertThat(kits.enrolments(publisher, person.id())).isZero();
    }

    @Test
    void aTokenOfNobodyIsUnknown() {
        LinkToken token = secrets.token("invitation", 1, 2, 3, 4);
        assertThat(accept.accept(token, person.id(), person.email(), true)).isEqualTo(refused(Refusal.UNKNOWN));
    }

    @Test
    void theLastMomentCountsAndTheNextDoesNot() {
        InvitationId late = kits.invite(publisher);
        InvitationId inTime = kits.invite(publisher);
        clock.advance(Kits.LIFETIME.minusMillis(1));
        assertThat(kits.accept(inTime, kits.person())).isInstanceOf(AcceptResult.Accepted.class);
        clock.advance(Duration.ofMillis(1));
        refusedWithoutATrace(late, Refusal.EXPIRED);
    }

    @Test
    void canceledAndDeclinedOnesSaySo() {
        InvitationId canceled = kits.invite(publisher);
        InvitationId declined = kits.invite(publisher);
        cancel.cancel(canceled, publisher.actor());
        decline.decline(kits.link(declined), null, null);
        assertThat(kits.accept(canceled, person)).isEqualTo(refused(Refusal.CANCELED));
        assertThat(kits.accept(declined, person)).isEqualTo(refused(Refusal.DECLINED));
        assertThat(kits.enrolments(publisher, person.id())).isZero();
    }

    @Test
    void onlyTheLinkOfTheLastMailWorks() {
        InvitationId id = kits.invite(publisher);
        LinkToken first = kits.link(id);
        resend.resend(id, Kits.LIFETIME, publisher.actor());
        assertThat(accept.accept(first, person.id(), person.email(), true)).isEqualTo(refused(Refusal.SUPERSEDED));
        assertThat(kits.accept(id, person)).isInstanceOf(AcceptResult.Accepted.class);
        assertThat(accept.accept(first, person.id(), person.email(), true))
                .isEqualTo(refused(Refusal.ALREADY_ACCEPTED_BY_YOU));
    }

    @Test
    void aNewerInvitationReplacesTheLinkOfAnOlderOne() {
        String email = Kits.address();
        InvitationId older = kits.invite(publisher, kits.offer(publisher), email);
        InvitationId newer = kits.invite(publisher, kits.offer(publisher), email);
        assertThat(kits.accept(older, person)).isEqualTo(refused(Refusal.SUPERSEDED));
        assertThat(kits.accept(newer, person)).isInstanceOf(AcceptResult.Accepted.class);
    }

    @Test
    void anAccountBelongsToAPublisherByOneAddress() {
        kits.accept(kits.invite(publisher), person);
        refusedWithoutATrace(kits.invite(publisher), Refusal.ACCOUNT_ALREADY_ENROLLED);
    }

    @Test
    void anAddressBelongsToOneAccount() {
        String email = Kits.address();
        kits.enrol(kits.invite(publisher, kits.offer(publisher), email));
        refusedWithoutATrace(kits.invite(publisher, kits.offer(publisher), email), Refusal.ALREADY_ACCEPTED_BY_OTHER);
    }

    @Test
    void theSameAccountMayBelongToSeveralPublishers() {
        kits.accept(kits.invite(publisher), person);
        assertThat(kits.accept(kits.invite(kits.full()), person)).isInstanceOf(AcceptResult.Accepted.class);
    }

    @Test
    void aServiceMayAskForTheInvitedAddress() {
        InvitationId id = kits.invite(publisher);
        Account owner = kits.person(kits.now(id).email().value());
        kits.requireOwnAddress(publisher);

        refusedWithoutATrace(id, Refusal.ADDRESS_MUST_MATCH);
        assertThat(kits.accept(id, owner)).isInstanceOf(AcceptResult.Accepted.class);
    }

    @Test
    void theLinkProvesTheAddressThatItWasMailedTo() {
        InvitationId id = kits.invite(publisher);
        Account owner =
                accounts.create(kits.now(id).email(), "맹동주", Language.KO, false).orElseThrow();
        kits.requireOwnAddress(publisher);

        assertThat(accept.accept(kits.link(id), owner.id(), owner.email(), false))
                .isInstanceOf(AcceptResult.Accepted.class);
        assertThat(accounts.find(owner.id()).orElseThrow().emailVerified()).isTrue();
        assertThat(kits.trail(CustomerId.HOUSE, "account", owner.id().value()))
                .containsExactly("account.email-verified");
    }

    @Test
    void theLinkProvesNoOtherAddressAndNothingWhereItIsRefused() {
        Account other = accounts.create(EmailAddress.of(Kits.address()), "맹동주", Language.KO, false)
                .orElseThrow();
        assertThat(accept.accept(kits.link(kits.invite(publisher)), other.id(), other.email(), false))
                .isInstanceOf(AcceptResult.Accepted.class);
        assertThat(accounts.find(other.id()).orElseThrow().emailVerified()).isFalse();

        InvitationId full = kits.invite(publisher);
        kits.limit(publisher, 0);
        Account owner = accounts.create(kits.now(full).email(), "맹동주", Language.KO, false)
                .orElseThrow();
        assertThat(accept.accept(kits.link(full), owner.id(), owner.email(), false))
                .isEqualTo(refused(Refusal.NO_SEAT));
        assertThat(accounts.find(owner.id()).orElseThrow().emailVerified()).isFalse();
    }

    @Test
    void aDeletedGroupTakesItsInvitationsAlong() {
        long group = kits.group(publisher, "객실팀", publisher.play());
        InvitationId id = kits.invite(publisher, kits.offerInto(publisher, group), Kits.address());
        deleteGroup.delete(publisher.customer(), group, publisher.actor());
        refusedWithoutATrace(id, Refusal.OFFER_GONE);
    }

    @Test
    void aGroupThatLostItsPlaysOffersNothing() {
        long group = kits.group(publisher, "객실팀");
        refusedWithoutATrace(
                kits.invite(publisher, kits.offerInto(publisher, group), Kits.address()), Refusal.OFFER_GONE);
    }

    @Test
    void onlyEnabledPlaysComeAndNoneAtAllRefuses() {
        long second = kits.play(publisher, "조명");
        long offer = kits.offer(publisher, OptionalLong.empty(), publisher.play(), second);
        InvitationId one = kits.invite(publisher, offer, Kits.address());
        InvitationId other = kits.invite(publisher, offer, Kits.address());
        enable(second, false);
        assertThat(kits.accept(one, kits.person())).isInstanceOf(AcceptResult.Accepted.class);
        assertThat(onlyUser().plays()).isEqualTo(1);
        enable(second, true);
        assertThat(onlyUser().plays()).as("not offered when it was accepted").isEqualTo(1);

        enable(publisher.play(), false);
        enable(second, false);
        refusedWithoutATrace(other, Refusal.OFFER_GONE);
    }

    @Test
    void withoutASeatNobodyComesIn() {
        InvitationId id = kits.invite(publisher);
        kits.limit(publisher, 0);
        refusedWithoutATrace(id, Refusal.NO_SEAT);
        kits.limit(publisher, 1);
        assertThat(kits.accept(id, person)).isInstanceOf(AcceptResult.Accepted.class);
    }

    /** Refuses {@code person}, and leaves the invitation, the users, the trail and the listeners as they were. */
    private void refusedWithoutATrace(InvitationId id, Refusal reason) {
        Invitation before = kits.now(id);
        int enrolled = users.count(publisher.customer());
        int events = heard.of(UserEnrolled.class, UserEnrolled::customer, publisher.customer())
                .size();

        assertThat(kits.accept(id, person)).isEqualTo(refused(reason));

        assertThat(kits.now(id)).isEqualTo(before);
        assertThat(users.count(publisher.customer())).isEqualTo(enrolled);
        assertThat(kits.trail(publisher.customer(), "invitation", id.value())).isEmpty();
        assertThat(heard.of(UserEnrolled.class, UserEnrolled::customer, publisher.customer()))
                .hasSize(events);
    }

    private void enable(long play, boolean enabled) {
        Actor actor = publisher.actor();
        assertThat(enablePlay.enable(publisher.customer(), play, enabled, actor))
                .isTrue();
    }

    private EnrolledUser onlyUser() {
        List<EnrolledUser> all = users.search(publisher.customer(), "", new GroupFilter.All(), Optional.empty(), 10)
                .items();
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private static AcceptResult refused(Refusal reason) {
        return new AcceptResult.Refused(reason);
    }
}
