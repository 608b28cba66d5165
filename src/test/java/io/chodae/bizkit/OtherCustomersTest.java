package io.chodae.bizkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chodae.bizkit.Kits.Publisher;
import io.chodae.shared.CustomerId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;

/** Every call of the room, with the ids of another publisher. */
@KitTest
class OtherCustomersTest {

    @Autowired
    private Kits kits;

    @Autowired
    private PrivatePlays plays;

    @Autowired
    private SavePrivatePlay savePlay;

    @Autowired
    private EnablePrivatePlay enablePlay;

    @Autowired
    private UserGroups groups;

    @Autowired
    private SaveUserGroup saveGroup;

    @Autowired
    private DeleteUserGroup deleteGroup;

    @Autowired
    private Offers offers;

    @Autowired
    private EnrolledUsers users;

    @Autowired
    private Seats seats;

    @Autowired
    private People people;

    @Autowired
    private MoveUsers move;

    @Autowired
    private SuspendUser suspend;

    @Autowired
    private ResumeUser resume;

    @Autowired
    private SetMembershipEnd end;

    @Autowired
    private RemoveUser remove;

    @Autowired
    private ChangeUser change;

    @Autowired
    private StartPeopleAct start;

    @Autowired
    private PeopleJobs jobs;

    @Autowired
    private AddressLists lists;

    @Autowired
    private ExportMissing exportMissing;

    private Publisher owner;
    private Publisher stranger;
    private CustomerId other;
    private long group;
    private long offer;
    private long user;

    @BeforeEach
    void found() {
        owner = kits.full();
        stranger = kits.full();
        other = stranger.customer();
        group = kits.group(owner, "객실팀", owner.play());
        offer = kits.offerInto(owner, group);
        kits.enrol(kits.invite(owner, offer, Kits.address()));
        user = users.search(owner.customer(), "", new GroupFilter.All(), Optional.empty(), 1)
                .items()
                .getFirst()
                .id();
    }

    @Test
    void findNothing() {
        assertThat(plays.find(other, owner.play())).isEmpty();
        assertThat(plays.icon(other, owner.play())).isEmpty();
        assertThat(plays.list(other)).extracting(PrivatePlay::id).doesNotContain(owner.play());
        assertThat(groups.find(other, group)).isEmpty();
        assertThat(groups.search(other, "")).isEmpty();
        assertThat(groups.playsOf(other, group)).isEmpty();
        assertThat(groups.unclassifiedUsers(other)).isZero();
        assertThat(offers.find(other, offer)).isEmpty();
        assertThat(users.find(other, user)).isEmpty();
        assertThat(users.count(other)).isZero();
        for (GroupFilter filter :
                List.of(new GroupFilter.All(), new GroupFilter.Unclassified(), new GroupFilter.Group(group))) {
            assertThat(users.search(other, "", filter, Optional.empty(), 10).items())
                    .isEmpty();
        }
        assertThat(seats.use(other).used()).isZero();
    }

    @Test
    void changeNothing() {
        PlayContent content = new PlayContent("빼앗은 Play", "", "https://other.example", null);
        Optional<PrivatePlay> play = plays.find(owner.customer(), owner.play());
        Optional<UserGroup> before = groups.find(owner.customer(), group);

        assertThat(savePlay.save(other, OptionalLong.of(owner.play()), content, stranger.actor()))
                .isEqualTo(new SavePlayResult.Gone());
        assertThat(enablePlay.enable(other, owner.play(), false, stranger.actor()))
                .isFalse();
        assertThat(saveGroup.save(
                        other, OptionalLong.of(group), new GroupContent("남의 그룹", "", List.of()), stranger.actor()))
                .isEqualTo(new SaveGroupResult.Gone());
        assertThat(deleteGroup.delete(other, group, stranger.actor())).isEmpty();

        assertThat(plays.find(owner.customer(), owner.play())).isEqualTo(play);
        assertThat(groups.find(owner.customer(), group)).isEqualTo(before);
    }

    @Test
    void touchNobody() {
        List<Long> them = List.of(user);
        EnrolledUser before = users.find(owner.customer(), user).orElseThrow();
        long theirs = kits.group(stranger, "남의 그룹", stranger.play());

        assertThat(move.move(other, them, theirs, stranger.actor())).isEqualTo(new MoveResult.Moved(0, 0));
        assertThat(move.move(other, them, group, stranger.actor())).isEqualTo(new MoveResult.GroupGone());
        assertThat(suspend.suspend(other, them, stranger.actor())).isZero();
        assertThat(resume.resume(other, them, stranger.actor())).isZero();
        assertThat(end.set(other, them, LocalDate.of(2030, 1, 1), stranger.actor()))
                .isEqualTo(new MembershipEndResult.Set(0));
        assertThat(remove.remove(other, them, stranger.actor())).isZero();
        assertThat(change.change(other, user, "빼앗은 이름", "", stranger.actor())).isEqualTo(new ChangeUserResult.Gone());
        assertThat(start.start(other, new Selection.Chosen(them), new PeopleAct.Remove(), stranger.actor()))
                .isEqualTo(new StartActResult.Nobody());

        assertThat(users.find(owner.customer(), user)).contains(before);
        assertThat(kits.trail(owner.customer(), "user", user)).isEmpty();
    }

    @Test
    void seeNobody() {
        StartActResult begun = start.start(
                owner.customer(), new Selection.Chosen(List.of(user)), new PeopleAct.Suspend(), owner.actor());
        long act = ((StartActResult.Started) begun).job().id();
        assertThat(jobs.find(other, act)).isEmpty();
        assertThat(users.findEver(other, user)).isEmpty();
        assertThat(users.usablePlays(other, user)).isEmpty();
        for (PeopleSort sort : PeopleSort.values()) {
            assertThat(people.search(other, PeopleFilter.ALL, sort, Optional.empty(), 10)
                            .items())
                    .isEmpty();
        }
        assertThat(people.count(other, new Selection.Chosen(List.of(user))).people())
                .isZero();
        assertThat(people.count(other, new Selection.Matching(PeopleFilter.ALL)).people())
                .isZero();
        assertThat(lists.find(other, 1)).isEmpty();
        assertThat(exportMissing.begin(other, 1, "csv", stranger.actor())).isFalse();
    }

    @Test
    void lendNothing() {
        assertThat(saveGroup.save(
                        other,
                        OptionalLong.empty(),
                        new GroupContent("빌린 Play", "", List.of(owner.play())),
                        stranger.actor()))
                .isEqualTo(new SaveGroupResult.Faults(List.of(Fault.of("playIds", "GONE"))));
        assertThatThrownBy(() -> kits.offerInto(stranger, group)).isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> kits.offer(stranger, OptionalLong.empty(), owner.play()))
                .isInstanceOf(DataIntegrityViolationException.class);
    }
}
