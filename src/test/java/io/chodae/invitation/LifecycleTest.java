package io.chodae.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.bizkit.KitTest;
import io.chodae.bizkit.Kits;
import io.chodae.bizkit.Kits.Publisher;
import io.chodae.invitation.InvitationState.Step;
import io.chodae.testing.RewoundClock;
import io.chodae.testing.TestClock;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Every step in every state, by the real use cases, gives what the table says. */
@KitTest
@ExtendWith(RewoundClock.class)
class LifecycleTest {

    /** The states, and the one that only looks like one: past its time before the timer has come by. */
    enum Standing {
        CANCELED(InvitationState.NOT_YET_SENT),
        INVITED(InvitationState.INVITED),
        ACCEPTED(InvitationState.ACCEPTED),
        DECLINED(InvitationState.DECLINED),
        EXPIRED(InvitationState.EXPIRED),
        PAST_ITS_TIME(InvitationState.EXPIRED);

        private final InvitationState state;

        Standing(InvitationState state) {
            this.state = state;
        }
    }

    @Autowired
    private Kits kits;

    @Autowired
    private TestClock clock;

    @Autowired
    private ResendInvitation resend;

    @Autowired
    private CancelInvitation cancel;

    @Autowired
    private DeclineInvitation decline;

    @Autowired
    private ExpireInvitations expire;

    private Publisher publisher;

    @BeforeEach
    void found() {
        publisher = kits.full();
    }

    static Stream<Arguments> everyStepInEveryState() {
        return Arrays.stream(Standing.values())
                .flatMap(standing -> Arrays.stream(Step.values()).map(step -> Arguments.of(standing, step)));
    }

    @ParameterizedTest
    @MethodSource
    void everyStepInEveryState(Standing standing, Step step) {
        InvitationId id = standing(standing);
        Invitation before = kits.now(id);
        assertThat(before.state()).isEqualTo(standing.state);

        take(step, id);

        Invitation after = kits.now(id);
        Optional<InvitationState> said = standing.state.after(step);
        if (said.isPresent()) {
            assertThat(after.state()).isEqualTo(said.get());
            assertThat(after).isNotEqualTo(before);
        } else {
            assertThat(after).isEqualTo(before);
        }
    }

    private InvitationId standing(Standing standing) {
        InvitationId id = kits.invite(publisher);
        switch (standing) {
            case INVITED -> {}
            case CANCELED -> take(Step.CANCEL, id);
            case ACCEPTED -> take(Step.ACCEPT, id);
            case DECLINED -> take(Step.DECLINE, id);
            case EXPIRED -> take(Step.EXPIRE, id);
            case PAST_ITS_TIME -> clock.advance(Kits.LIFETIME);
        }
        return id;
    }

    private void take(Step step, InvitationId id) {
        switch (step) {
            case SEND -> resend.resend(id, Kits.LIFETIME, publisher.actor());
            case ACCEPT -> kits.accept(id, kits.person());
            case DECLINE -> decline.decline(kits.link(id), null, "");
            case CANCEL -> cancel.cancel(id, publisher.actor());
            case SUPERSEDE ->
                kits.send(
                        publisher,
                        kits.offer(publisher),
                        Kits.invitee(kits.now(id).email().value()));
            case EXPIRE -> {
                clock.advance(Kits.LIFETIME);
                expire.expireDue();
            }
        }
    }
}
