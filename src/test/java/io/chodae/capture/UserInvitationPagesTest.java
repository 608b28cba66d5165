package io.chodae.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.capture.Captures.Organisation;
import io.chodae.testing.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

@CaptureTest
class UserInvitationPagesTest {

    private static final List<Set<UserInvitationState>> CHOICES = List.of(
            EnumSet.allOf(UserInvitationState.class),
            EnumSet.of(UserInvitationState.INVITED),
            EnumSet.of(UserInvitationState.NOT_YET_SENT, UserInvitationState.INVITED),
            EnumSet.complementOf(EnumSet.of(UserInvitationState.INVITED)));

    @Autowired
    private Captures captures;

    @Autowired
    private UserInvitations invitations;

    @Autowired
    private TestClock clock;

    private Organisation hotel;

    @BeforeEach
    void fill() {
        clock.reset();
        hotel = captures.organisation();
        for (int n = 0; n < 23; n++) {
            captures.person(hotel.at("p" + n % 7 + "." + n));
            if (n % 3 == 0) {
                clock.advance(Duration.ofMinutes(1));
            }
            if (n % 2 == 0) {
                captures.send(hotel, hotel.at("p" + n % 7 + "." + n));
            }
            if (n % 5 == 0) {
                captures.cancel(hotel, hotel.at("p" + n % 7 + "." + n));
            }
        }
    }

    @AfterEach
    void reset() {
        clock.reset();
    }

    @ParameterizedTest
    @EnumSource
    void pagesAreTheWholeListInItsOrderWithoutGapsAndTwice(UserInvitationOrder order) {
        for (Set<UserInvitationState> states : CHOICES) {
            List<UserInvitation> expected = captures.all(hotel).stream()
                    .filter(one -> states.contains(one.state()))
                    .sorted(by(order))
                    .toList();
            assertThat(expected).hasSizeGreaterThan(3);
            assertThat(walk(states, order)).isEqualTo(expected);
        }
    }

    @Test
    void noStateFindsNothing() {
        assertThat(invitations.page(
                        hotel.customer(),
                        EnumSet.noneOf(UserInvitationState.class),
                        UserInvitationOrder.EMAIL_ASC,
                        null,
                        10))
                .isEmpty();
    }

    @Test
    void anotherCustomerSeesNothing() {
        assertThat(captures.all(captures.organisation())).isEmpty();
    }

    private List<UserInvitation> walk(Set<UserInvitationState> states, UserInvitationOrder order) {
        List<UserInvitation> all = new ArrayList<>();
        UserInvitationPosition after = null;
        List<UserInvitation> page;
        do {
            page = invitations.page(hotel.customer(), states, order, after, 4);
            assertThat(page).hasSizeLessThanOrEqualTo(4);
            all.addAll(page);
            if (!page.isEmpty()) {
                after = new UserInvitationPosition(
                        page.getLast().updatedAt(), page.getLast().email().key());
            }
        } while (!page.isEmpty());
        return all;
    }

    private static Comparator<UserInvitation> by(UserInvitationOrder order) {
        Comparator<UserInvitation> email =
                Comparator.comparing(one -> one.email().key());
        Comparator<UserInvitation> time =
                Comparator.comparing(UserInvitation::updatedAt).thenComparing(email);
        return switch (order) {
            case EMAIL_ASC -> email;
            case EMAIL_DESC -> email.reversed();
            case UPDATE_TIME_ASC -> time;
            case UPDATE_TIME_DESC -> time.reversed();
        };
    }
}
