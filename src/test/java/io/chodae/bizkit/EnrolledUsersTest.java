package io.chodae.bizkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.bizkit.Kits.Publisher;
import io.chodae.directory.Account;
import io.chodae.invitation.Invitee;
import io.chodae.shared.EmailAddress;
import io.chodae.shared.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@KitTest
class EnrolledUsersTest {

    @Autowired
    private Kits kits;

    @Autowired
    private EnrolledUsers users;

    @Autowired
    private Seats seats;

    private Publisher publisher;

    @BeforeEach
    void found() {
        publisher = kits.full();
    }

    @Test
    void pagesNewestFirstWithoutGapOrRepetition() {
        List<Account> people = new ArrayList<>(Stream.generate(() -> kits.enrol(kits.invite(publisher)))
                .limit(5)
                .toList());
        List<EnrolledUser> read = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            Slice<EnrolledUser> slice = users.search(publisher.customer(), "", new GroupFilter.All(), after, 2);
            read.addAll(slice.items());
            after = slice.next();
        } while (after.isPresent());
        assertThat(read)
                .extracting(EnrolledUser::account)
                .isEqualTo(people.reversed().stream().map(Account::id).toList());
        assertThat(users.count(publisher.customer())).isEqualTo(5);
    }

    /** Each pattern finds the one person, or nobody. */
    @ParameterizedTest
    @CsvSource({"맹동, true", "010-1234-5678, true", "PERSON, true", "people.example, true", "%, false", "nobody, false"})
    void findsByPartsOfNameAddressAndPhone(String text, boolean found) {
        kits.enrol(kits.invite(publisher));
        assertThat(search(text, new GroupFilter.All())).hasSize(found ? 1 : 0);
    }

    @Test
    void filtersByGroup() {
        long group = kits.group(publisher, "객실팀", publisher.play());
        Account inside = kits.enrol(kits.invite(publisher, kits.offerInto(publisher, group), Kits.address()));
        Account outside = kits.enrol(kits.invite(publisher));
        assertThat(search("", new GroupFilter.Group(group)))
                .extracting(EnrolledUser::account)
                .containsExactly(inside.id());
        assertThat(search("", new GroupFilter.Unclassified()))
                .extracting(EnrolledUser::account)
                .containsExactly(outside.id());
        assertThat(search("맹동주", new GroupFilter.All())).hasSize(2);
    }

    @Test
    void tellsWhichAddressesBelongAlready() {
        Invitee one = Kits.invitee("Belongs." + Kits.address());
        kits.enrol(kits.invite(publisher, kits.offer(publisher), one.email().value()));
        String nobody = EmailAddress.of(Kits.address()).key();
        assertThat(users.enrolledAmong(publisher.customer(), List.of(one.email().key(), nobody)))
                .isEqualTo(Set.of(one.email().key()));
        assertThat(users.enrolledAmong(
                        kits.full().customer(), List.of(one.email().key())))
                .isEmpty();
    }

    @Test
    void aPendingInvitationHoldsItsSeatAndTheUserKeepsIt() {
        Publisher trial = kits.trial();
        kits.enrol(kits.invite(trial));
        kits.invite(trial);
        SeatUse use = seats.use(trial.customer());
        assertThat(use.pending()).isEqualTo(1);
        assertThat(use.enrolled()).isEqualTo(1);
        assertThat(use.remaining()).hasValue(8);
        assertThat(seats.use(publisher.customer()).remaining()).isEmpty();
    }

    private List<EnrolledUser> search(String text, GroupFilter group) {
        return users.search(publisher.customer(), text, group, Optional.empty(), 10)
                .items();
    }
}
