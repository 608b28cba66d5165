package io.chodae.bizkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.bizkit.Kits.Publisher;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@KitTest
class SetInvitationRulesTest {

    @Autowired
    private Kits kits;

    @Autowired
    private BizKits bizKits;

    @Autowired
    private SetInvitationRules rules;

    private Publisher publisher;

    @BeforeEach
    void found() {
        publisher = kits.full();
    }

    @Test
    void theTimeAndTheRemindersAreKeptLongestFirst() {
        assertThat(set(120, 1, 3)).isEmpty();
        BizKit kit = bizKits.get(publisher.customer());
        assertThat(kit.invitationLifetime()).isEqualTo(Duration.ofDays(5));
        assertThat(kit.reminderDays()).containsExactly(3, 1);
        assertThat(bizKits.thatRemind()).extracting(BizKit::customer).contains(publisher.customer());
        assertThat(kits.trail(
                        publisher.customer(), "service", publisher.customer().value()))
                .contains("service.invitation_rules_set");
    }

    @Test
    void zeroIsNoReminderAndTheSameDayTwiceIsOne() {
        assertThat(set(120, 0, 0)).isEmpty();
        assertThat(bizKits.get(publisher.customer()).reminderDays()).isEmpty();
        assertThat(bizKits.thatRemind()).extracting(BizKit::customer).doesNotContain(publisher.customer());
        assertThat(set(120, 2, 2)).isEmpty();
        assertThat(bizKits.get(publisher.customer()).reminderDays()).containsExactly(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 720})
    void anHourAndThirtyDaysAreTheEnds(int hours) {
        assertThat(set(hours)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {-24, -1, 0, 721, 9_999})
    void nothingBeyondThem(int hours) {
        assertThat(set(hours)).extracting(Fault::field).containsExactly("lifetime");
        assertThat(bizKits.get(publisher.customer()).invitationLifetime()).isEqualTo(Kits.LIFETIME);
    }

    @ParameterizedTest
    @CsvSource({"72, 3", "24, 1", "72, -1"})
    void aReminderComesAfterTheInvitation(int hours, int day) {
        assertThat(set(hours, day)).extracting(Fault::field).containsExactly("reminders");
        assertThat(bizKits.get(publisher.customer()).reminderDays()).isEmpty();
    }

    @Test
    void threeAreTooMany() {
        assertThat(set(240, 1, 2, 3)).extracting(Fault::code).containsExactly("TOO_MANY");
    }

    @Test
    void anotherPublishersStayAsTheyAre() {
        Publisher other = kits.full();
        set(240, 2);
        assertThat(bizKits.get(other.customer()).invitationLifetime()).isEqualTo(Kits.LIFETIME);
        assertThat(bizKits.get(other.customer()).reminderDays()).isEmpty();
    }

    private List<Fault> set(int hours, Integer... days) {
        return rules.set(publisher.customer(), hours, List.of(days), publisher.actor());
    }
}
