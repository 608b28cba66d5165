package io.chodae.bizkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.bizkit.Kits.Publisher;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@KitTest
class ChangeUserTest {

    @Autowired
    private Kits kits;

    @Autowired
    private Heard heard;

    @Autowired
    private ChangeUser change;

    @Autowired
    private RemoveUser remove;

    @Autowired
    private EnrolledUsers users;

    private Publisher publisher;
    private long user;

    @BeforeEach
    void enrol() {
        publisher = kits.full();
        user = kits.user(publisher);
    }

    @Test
    void nameAndExtraInfoAreKeptInOneCleanLine() {
        assertThat(change("  김\t하늘 ", "5층\n접견실")).isEqualTo(new ChangeUserResult.Saved());
        assertThat(change("김 하늘", "5층 접견실")).as("nothing new").isEqualTo(new ChangeUserResult.Saved());
        EnrolledUser now = users.find(publisher.customer(), user).orElseThrow();
        assertThat(now.name()).isEqualTo("김 하늘");
        assertThat(now.extraInfo()).isEqualTo("5층 접견실");
        assertThat(kits.trail(publisher.customer(), "user", user)).containsExactly("user.changed");
        assertThat(heard.of(UserChanged.class, UserChanged::customer, publisher.customer()))
                .hasSize(1);
    }

    @Test
    void whatIsTooLongOrMissingIsSaid() {
        assertThat(change(" ", "가".repeat(101)))
                .isEqualTo(new ChangeUserResult.Faults(
                        List.of(Fault.of("name", "MISSING"), Fault.of("extraInfo", "TOO_LONG", 100, 101))));
        assertThat(change("가".repeat(101), ""))
                .isEqualTo(new ChangeUserResult.Faults(List.of(Fault.of("name", "TOO_LONG", 100, 101))));
        assertThat(change("가".repeat(100), "가".repeat(100))).isEqualTo(new ChangeUserResult.Saved());
    }

    @Test
    void whoLeftIsNotChanged() {
        remove.remove(publisher.customer(), List.of(user), publisher.actor());
        assertThat(change("김하늘", "")).isEqualTo(new ChangeUserResult.Gone());
    }

    private ChangeUserResult change(String name, String extraInfo) {
        return change.change(publisher.customer(), user, name, extraInfo, publisher.actor());
    }
}
