package io.chodae.bizkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.bizkit.Kits.Publisher;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@KitTest
class MoveUsersTest {

    @Autowired
    private Kits kits;

    @Autowired
    private Heard heard;

    @Autowired
    private MoveUsers move;

    @Autowired
    private DeleteUserGroup delete;

    @Autowired
    private EnrolledUsers users;

    private Publisher publisher;
    private long light;
    private long rooms;

    @BeforeEach
    void found() {
        publisher = kits.full();
        light = kits.play(publisher, "조명");
        rooms = kits.group(publisher, "객실팀", light);
    }

    @Test
    void aServiceUserIsMovedAtOnceAndMayUseWhatTheGroupHas() {
        long user = kits.user(publisher);

        assertThat(to(rooms, user)).isEqualTo(new MoveResult.Moved(1, 0));
        assertThat(to(rooms, user)).as("again").isEqualTo(new MoveResult.Moved(0, 0));

        assertThat(groupOf(user)).isEqualTo(rooms);
        assertThat(plays(user)).containsExactly(light);
        assertThat(to(null, user)).isEqualTo(new MoveResult.Moved(1, 0));
        assertThat(plays(user)).as("what was consented to").containsExactly(publisher.play());
        assertThat(kits.trail(publisher.customer(), "user", user)).containsExactly("user.moved", "user.unclassified");
        assertThat(heard.of(UserMoved.class, UserMoved::customer, publisher.customer()))
                .extracting(UserMoved::groupId)
                .containsExactly(rooms, null);
    }

    @Test
    void aPlayUserGetsNothingWithoutConsent() {
        Publisher trial = kits.trial();
        long other = kits.group(trial, "객실팀", kits.play(trial, "조명"));
        long user = kits.user(trial);

        assertThat(move.move(trial.customer(), List.of(user), other, trial.actor()))
                .isEqualTo(new MoveResult.Moved(0, 1));

        assertThat(users.find(trial.customer(), user).orElseThrow().groupId()).isNull();
        assertThat(users.usablePlays(trial.customer(), user))
                .extracting(PrivatePlay::id)
                .containsExactly(trial.play());
        assertThat(kits.trail(trial.customer(), "user", user)).isEmpty();
        assertThat(heard.of(UserMoved.class, UserMoved::customer, trial.customer()))
                .isEmpty();
    }

    @Test
    void aPlayUserBecomesUnclassifiedAtOnceAndKeepsTheConsentedPlays() {
        Publisher trial = kits.trial();
        long group = kits.group(trial, "객실팀", trial.play());
        long user = kits.userIn(trial, group);
        assertThat(move.move(trial.customer(), List.of(user), null, trial.actor()))
                .isEqualTo(new MoveResult.Moved(1, 0));
        assertThat(users.usablePlays(trial.customer(), user))
                .extracting(PrivatePlay::id)
                .containsExactly(trial.play());
    }

    @Test
    void nobodyIsMovedIntoAGroupThatIsGoneOrAnothers() {
        long user = kits.user(publisher);
        Publisher stranger = kits.full();
        long theirs = kits.group(stranger, "남의 그룹", stranger.play());
        assertThat(to(theirs, user)).isEqualTo(new MoveResult.GroupGone());
        delete.delete(publisher.customer(), rooms, publisher.actor());
        assertThat(to(rooms, user)).isEqualTo(new MoveResult.GroupGone());
        assertThat(groupOf(user)).isNull();
    }

    @RepeatedTest(10)
    void deletingAGroupAndMovingIntoItLeavesNobodyInside() throws Exception {
        long user = kits.user(publisher);
        List<Object> results =
                AtOnce.run(() -> to(rooms, user), () -> delete.delete(publisher.customer(), rooms, publisher.actor()));
        assertThat(groupOf(user)).isNull();
        boolean moved = results.getFirst().equals(new MoveResult.Moved(1, 0));
        assertThat(results.getLast()).isEqualTo(OptionalInt.of(moved ? 1 : 0));
    }

    @RepeatedTest(10)
    void twoMovesAtOnceAreOneAfterTheOther() throws Exception {
        long annex = kits.group(publisher, "별관", publisher.play());
        long one = kits.user(publisher);
        long two = kits.user(publisher);
        assertThat(AtOnce.run(() -> to(rooms, one, two), () -> to(annex, two, one)))
                .containsExactly(new MoveResult.Moved(2, 0), new MoveResult.Moved(2, 0));
        assertThat(groupOf(one)).isEqualTo(groupOf(two)).isIn(rooms, annex);
        assertThat(kits.trail(publisher.customer(), "user", one)).containsExactly("user.moved", "user.moved");
    }

    private MoveResult to(@Nullable Long group, Long... who) {
        return move.move(publisher.customer(), List.of(who), group, publisher.actor());
    }

    private @Nullable Long groupOf(long user) {
        return users.find(publisher.customer(), user).orElseThrow().groupId();
    }

    private List<Long> plays(long user) {
        return users.usablePlays(publisher.customer(), user).stream()
                .map(PrivatePlay::id)
                .toList();
    }
}
