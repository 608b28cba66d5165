package io.chodae.bizkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.bizkit.Kits.Publisher;
import io.chodae.directory.Account;
import io.chodae.testing.TestClock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@KitTest
class UserGroupsTest {

    @Autowired
    private Kits kits;

    @Autowired
    private TestClock clock;

    @Autowired
    private UserGroups groups;

    @Autowired
    private SaveUserGroup save;

    @Autowired
    private DeleteUserGroup delete;

    @Autowired
    private EnrolledUsers users;

    @Autowired
    private MyServices services;

    @Autowired
    private TransactionTemplate transaction;

    private Publisher publisher;

    @BeforeEach
    void found() {
        publisher = kits.full();
    }

    @Test
    void showsWithEachGroupItsPlaysAndUsers() {
        long second = kits.play(publisher, "조명");
        long both = kits.group(publisher, "객실팀", publisher.play(), second);
        long none = kits.group(publisher, "Annex");
        enrolInto(both);
        leave(enrolInto(both));

        assertThat(groups.search(publisher.customer(), ""))
                .containsExactly(
                        new UserGroup(none, "Annex", "", 0, 0, clock.instant()),
                        new UserGroup(both, "객실팀", "", 2, 1, clock.instant()));
        assertThat(groups.find(publisher.customer(), both).orElseThrow().userCount())
                .isEqualTo(1);
        assertThat(groups.playsOf(publisher.customer(), both))
                .extracting(PrivatePlay::name)
                .containsExactly("객실 제어", "조명");
    }

    @Test
    void findsByPartsOfNameAndExtraInfo() {
        save(OptionalLong.empty(), new GroupContent("Night Shift 100%", "3층 새벽", List.of()));
        for (String text : new String[] {"night", " SHIFT ", "100%", "새벽"}) {
            assertThat(groups.search(publisher.customer(), text)).as(text).hasSize(1);
        }
        for (String text : new String[] {"%%", "_", "낮"}) {
            assertThat(groups.search(publisher.customer(), text)).as(text).isEmpty();
        }
    }

    @Test
    void aNameIsTakenInAnyCaseUntilItsGroupIsDeleted() {
        long first = kits.group(publisher, "Night Shift");
        long second = kits.group(publisher, "Day");
        GroupContent same = new GroupContent(" night  SHIFT", "", List.of());
        SaveGroupResult taken = new SaveGroupResult.Faults(List.of(Fault.of("name", "TAKEN", "night SHIFT")));

        assertThat(save(OptionalLong.empty(), same)).isEqualTo(taken);
        assertThat(save(OptionalLong.of(second), same)).isEqualTo(taken);
        assertThat(save(OptionalLong.of(first), same)).as("its own").isEqualTo(new SaveGroupResult.Saved(first, 0));
        assertThat(save.save(kits.full().customer(), OptionalLong.empty(), same, publisher.actor()))
                .as("another publisher's")
                .isInstanceOf(SaveGroupResult.Saved.class);
        delete.delete(publisher.customer(), first, publisher.actor());
        assertThat(save(OptionalLong.of(second), same)).isEqualTo(new SaveGroupResult.Saved(second, 0));
    }

    @Test
    void aTakenNameBreaksNoTransactionOfTheCaller() {
        kits.group(publisher, "Night");
        long second = kits.group(publisher, "Day");
        long third = transaction.execute(status -> {
            assertThat(save(OptionalLong.of(second), new GroupContent("night", "", List.of())))
                    .isInstanceOf(SaveGroupResult.Faults.class);
            return kits.group(publisher, "Evening");
        });
        assertThat(groups.find(publisher.customer(), third)).isPresent();
        assertThat(groups.find(publisher.customer(), second).orElseThrow().name())
                .isEqualTo("Day");
    }

    @RepeatedTest(10)
    void ofTwoWhoWantANameAtOnceOneGetsIt() throws Exception {
        long one = kits.group(publisher, "Day");
        GroupContent wanted = new GroupContent("Night", "", List.of());

        List<SaveGroupResult> results =
                AtOnce.run(() -> save(OptionalLong.of(one), wanted), () -> save(OptionalLong.empty(), wanted));

        assertThat(results).filteredOn(SaveGroupResult.Saved.class::isInstance).hasSize(1);
        assertThat(results).contains(new SaveGroupResult.Faults(List.of(Fault.of("name", "TAKEN", "Night"))));
    }

    @Test
    void saysWhatIsWrongAndStoresNothing() {
        long foreign = kits.full().play();
        assertThat(save(
                        OptionalLong.empty(),
                        new GroupContent("가".repeat(101), "나".repeat(101), List.of(publisher.play(), foreign))))
                .isEqualTo(new SaveGroupResult.Faults(List.of(
                        Fault.of("name", "TOO_LONG", 100, 101),
                        Fault.of("extraInfo", "TOO_LONG", 100, 101),
                        Fault.of("playIds", "GONE"))));
        assertThat(save(OptionalLong.empty(), new GroupContent(" ", "", List.of())))
                .isEqualTo(new SaveGroupResult.Faults(List.of(Fault.of("name", "MISSING"))));
        assertThat(groups.search(publisher.customer(), "")).isEmpty();
    }

    @Test
    void changingThePlaysOfAGroupWorksForItsServiceUsersAtOnce() {
        long second = kits.play(publisher, "조명");
        long group = kits.group(publisher, "객실팀", publisher.play());
        Account person = enrolInto(group);
        save(OptionalLong.of(group), new GroupContent("객실팀", "", List.of(second, second)));
        assertThat(services.of(person.id()).getFirst().plays())
                .extracting(PrivatePlay::id)
                .containsExactly(second);
    }

    @Test
    void deletingAGroupLeavesItsUsersUnclassified() {
        long group = kits.group(publisher, "객실팀", publisher.play());
        Account person = enrolInto(group);
        leave(enrolInto(group));

        assertThat(delete.delete(publisher.customer(), group, publisher.actor()))
                .isEqualTo(OptionalInt.of(1));
        assertThat(delete.delete(publisher.customer(), group, publisher.actor()))
                .as("again")
                .isEmpty();

        assertThat(groups.find(publisher.customer(), group)).isEmpty();
        assertThat(groups.playsOf(publisher.customer(), group)).isEmpty();
        assertThat(groups.search(publisher.customer(), "")).isEmpty();
        assertThat(groups.unclassifiedUsers(publisher.customer())).isEqualTo(1);
        assertThat(users.search(publisher.customer(), "", new GroupFilter.Unclassified(), Optional.empty(), 10)
                        .items())
                .singleElement()
                .satisfies(user -> {
                    assertThat(user.account()).isEqualTo(person.id());
                    assertThat(user.groupId()).isNull();
                    assertThat(user.plays()).as("what was agreed to stays").isEqualTo(1);
                });
        assertThat(kits.trail(publisher.customer(), "group", group)).containsExactly("group.created", "group.deleted");
        assertThat(save(OptionalLong.of(group), new GroupContent("객실팀", "", List.of())))
                .isEqualTo(new SaveGroupResult.Gone());
    }

    private Account enrolInto(long group) {
        return kits.enrol(kits.invite(publisher, kits.offerInto(publisher, group), Kits.address()));
    }

    private void leave(Account person) {
        MyService service = services.of(person.id()).getFirst();
        assertThat(services.withdrawFromService(person.id(), publisher.customer(), service.userId()))
                .isTrue();
    }

    private SaveGroupResult save(OptionalLong group, GroupContent content) {
        return save.save(publisher.customer(), group, content, publisher.actor());
    }
}
