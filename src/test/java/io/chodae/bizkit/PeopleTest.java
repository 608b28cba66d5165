package io.chodae.bizkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.bizkit.Kits.Publisher;
import io.chodae.shared.Slice;
import io.chodae.testing.TestClock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@KitTest
class PeopleTest {

    @Autowired
    private Kits kits;

    @Autowired
    private TestClock clock;

    @Autowired
    private People people;

    @Autowired
    private ChangeUser change;

    @Autowired
    private SuspendUser suspend;

    @Autowired
    private SetMembershipEnd end;

    @Autowired
    private JdbcClient jdbc;

    private Publisher publisher;
    private long rooms;
    private long annex;

    @BeforeEach
    void found() {
        clock.reset();
        publisher = kits.full();
        rooms = kits.group(publisher, "객실팀", publisher.play());
        annex = kits.group(publisher, "Annex", publisher.play());
    }

    @ParameterizedTest
    @EnumSource
    void everySortingShowsEverybodyOnceInItsOrder(PeopleSort sort) {
        List<Long> users = sevenPeople();
        List<EnrolledUser> read = pages(PeopleFilter.ALL, sort, 2);
        assertThat(read).extracting(EnrolledUser::id).containsExactlyInAnyOrderElementsOf(users);
        assertThat(read).isSortedAccordingTo(order(sort));
    }

    @ParameterizedTest
    @EnumSource
    void aPositionBelongsToItsSortingAlone(PeopleSort sort) {
        sevenPeople();
        String position =
                search(PeopleFilter.ALL, sort, Optional.empty(), 3).next().orElseThrow();
        for (PeopleSort other : PeopleSort.values()) {
            List<EnrolledUser> page =
                    search(PeopleFilter.ALL, other, Optional.of(position), 3).items();
            List<EnrolledUser> first =
                    search(PeopleFilter.ALL, other, Optional.empty(), 3).items();
            assertThat(page.equals(first)).isEqualTo(other != sort);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNoPositionIsTheFirstPage(PeopleSort sort) {
        sevenPeople();
        List<EnrolledUser> first =
                search(PeopleFilter.ALL, sort, Optional.empty(), 3).items();
        for (String text : List.of("", "17", "%", "TkFNRQ", "TkFNRQoAegpib28KAA")) {
            assertThat(search(PeopleFilter.ALL, sort, Optional.of(text), 3).items())
                    .isEqualTo(first);
        }
    }

    @Test
    void aPageOfGroupsGoesOnWhereAGroupWasDeletedMeanwhile() {
        kits.userIn(publisher, annex);
        kits.userIn(publisher, annex);
        long later = kits.userIn(publisher, rooms);
        String position = search(PeopleFilter.ALL, PeopleSort.GROUP, Optional.empty(), 1)
                .next()
                .orElseThrow();
        jdbc.sql("update user_group set deleted_at = now() where customer_id = :customer and group_id = :group")
                .param("customer", publisher.customer().value())
                .param("group", annex)
                .update();
        assertThat(search(PeopleFilter.ALL, PeopleSort.GROUP, Optional.of(position), 9)
                        .items())
                .extracting(EnrolledUser::id)
                .contains(later);
    }

    @Test
    void filtersByGroupTypeAndStandingTogether() {
        long suspended = kits.userIn(publisher, rooms);
        long ending = kits.userIn(publisher, rooms);
        long later = kits.user(publisher);
        suspend.suspend(publisher.customer(), List.of(suspended), publisher.actor());
        LocalDate today = LocalDate.of(2026, 1, 15);
        end.set(publisher.customer(), List.of(ending), today.plusDays(30), publisher.actor());
        end.set(publisher.customer(), List.of(later), today.plusDays(31), publisher.actor());

        assertThat(found(new GroupFilter.All(), null, PeopleStanding.SUSPENDED)).containsExactly(suspended);
        assertThat(found(new GroupFilter.Group(rooms), null, PeopleStanding.ENDING))
                .containsExactly(ending);
        assertThat(found(new GroupFilter.Unclassified(), null, PeopleStanding.ENDING))
                .isEmpty();
        assertThat(found(new GroupFilter.Unclassified(), ServiceType.SERVICE, PeopleStanding.ANY))
                .containsExactly(later);
        assertThat(found(new GroupFilter.All(), ServiceType.PLAY, PeopleStanding.ANY))
                .isEmpty();
    }

    @Test
    void countsWhomASelectionIsAbout() {
        List<Long> users = sevenPeople();
        suspend.suspend(publisher.customer(), users.subList(0, 2), publisher.actor());
        PeopleCount all = people.count(publisher.customer(), new Selection.Matching(PeopleFilter.ALL));
        assertThat(all).isEqualTo(new PeopleCount(7, 0, 2, users.getLast()));
        assertThat(people.count(publisher.customer(), new Selection.Chosen(users.subList(1, 4))))
                .isEqualTo(new PeopleCount(3, 0, 1, users.get(3)));
        assertThat(people.countUpTo(publisher.customer(), PeopleFilter.ALL, 5)).isEqualTo(5);
        assertThat(people.countUpTo(publisher.customer(), PeopleFilter.ALL, 50)).isEqualTo(7);
    }

    /** Some of the same name, in two groups and in none. */
    private List<Long> sevenPeople() {
        List<Long> users = new ArrayList<>();
        for (String name : List.of("다솜", "가온", "나래", "가온", "alex", "Bora", "가온")) {
            long user = switch (users.size() % 3) {
                case 0 -> kits.userIn(publisher, rooms);
                case 1 -> kits.userIn(publisher, annex);
                default -> kits.user(publisher);
            };
            change.change(publisher.customer(), user, name, "", publisher.actor());
            users.add(user);
        }
        return users;
    }

    private static Comparator<EnrolledUser> order(PeopleSort sort) {
        return switch (sort) {
            case NEWEST -> Comparator.comparingLong(EnrolledUser::id).reversed();
            case NAME -> Comparator.comparing(EnrolledUser::sortName).thenComparingLong(EnrolledUser::id);
            case EMAIL -> Comparator.comparing(EnrolledUser::emailKey);
            case GROUP ->
                Comparator.comparing((EnrolledUser user) -> user.groupId() == null)
                        .thenComparing(EnrolledUser::sortGroup)
                        .thenComparingLong(EnrolledUser::id);
        };
    }

    private List<EnrolledUser> pages(PeopleFilter filter, PeopleSort sort, int size) {
        List<EnrolledUser> read = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            Slice<EnrolledUser> slice = search(filter, sort, after, size);
            assertThat(slice.items()).hasSizeLessThanOrEqualTo(size);
            read.addAll(slice.items());
            after = slice.next();
        } while (after.isPresent());
        return read;
    }

    private List<Long> found(GroupFilter group, @Nullable ServiceType type, PeopleStanding standing) {
        return pages(new PeopleFilter("", group, type, standing), PeopleSort.NEWEST, 10).stream()
                .map(EnrolledUser::id)
                .toList();
    }

    private Slice<EnrolledUser> search(PeopleFilter filter, PeopleSort sort, Optional<String> after, int size) {
        return people.search(publisher.customer(), filter, sort, after, size);
    }
}
