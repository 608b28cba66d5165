package io.chodae.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.campaign.Publishers.Publisher;
import io.chodae.suppression.SuppressionReason;
import io.chodae.suppression.Suppressions;
import io.chodae.testing.TestTimers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People of a list whom the publisher does not write to. */
@CampaignTest
class SuppressedPeopleTest {

    private static final String BOUNCED = "person1@hanbit-hotel.example";
    private static final String OPTED_OUT = "person2@hanbit-hotel.example";
    private static final String ENROLLED_AND_BOUNCED = "person3@hanbit-hotel.example";

    @Autowired
    private Publishers publishers;

    @Autowired
    private Forms forms;

    @Autowired
    private ChooseAgain chooseAgain;

    @Autowired
    private Campaigns campaigns;

    @Autowired
    private Suppressions suppressions;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestTimers timers;

    @TempDir
    private Path directory;

    private Publisher hotel;
    private Draft draft;

    @BeforeEach
    void found() {
        hotel = publishers.full("한빛호텔");
        publishers.invite(hotel, BOUNCED);
        suppress(BOUNCED, "BOUNCED");
        suppress(OPTED_OUT, "OPTED_OUT");
        publishers.enrol(hotel, ENROLLED_AND_BOUNCED);
        suppress(ENROLLED_AND_BOUNCED, "BOUNCED");
        draft = forms.openWithFile(hotel, Forms.csv(directory, 5));
    }

    @Test
    void they_are_named_counted_and_passed_over() {
        assertThat(draft.roster().ready()).isEqualTo(2);
        assertThat(draft.roster().suppressed()).isEqualTo(2);
        assertThat(draft.roster().enrolled()).isEqualTo(1);
        assertThat(states()).containsExactly(RowState.BOUNCED, RowState.OPTED_OUT, RowState.ENROLLED);
        assertThat(forms.rows(draft, RowFilter.SUPPRESSED))
                .flatExtracting(DraftRow::warnings)
                .extracting(RowNote::code)
                .containsExactly("ALREADY_BOUNCED_SKIPPED", "ALREADY_OPTED_OUT");
    }

    @Test
    void sending_again_to_everybody_who_is_invited_is_not_said_of_them() {
        RowsChange.Done chosen = done(chooseAgain.forAll(hotel.customer(), draft.id(), true, hotel.actor()));
        assertThat(chosen.draft().roster().ready()).isEqualTo(2);
        assertThat(states()).containsExactly(RowState.BOUNCED, RowState.OPTED_OUT, RowState.ENROLLED);
    }

    @Test
    void a_bounced_address_is_tried_again_by_name_and_that_lifts_it() {
        RowsChange.Done chosen = again(2);
        assertThat(chosen.draft().roster().ready()).isEqualTo(3);
        assertThat(states()).startsWith(RowState.BOUNCED_AGAIN);

        assertThat(written(chosen.draft())).isEqualTo(3);
        assertThat(suppressed(BOUNCED)).isEmpty();
        assertThat(suppressed(ENROLLED_AND_BOUNCED)).isNotEmpty();
    }

    @Test
    void a_persons_own_wish_is_nobody_elses_to_change() {
        RowsChange.Done chosen = again(3);
        assertThat(chosen.rows()).isZero();
        assertThat(chosen.draft().roster().ready()).isEqualTo(2);
        assertThat(written(chosen.draft())).isEqualTo(2);
        assertThat(suppressed(OPTED_OUT)).isEqualTo(Map.of(OPTED_OUT, SuppressionReason.OPTED_OUT));
    }

    @Test
    void who_stopped_mails_after_the_check_is_passed_over_when_the_invitations_are_written() {
        RowsChange.Done chosen = again(2);
        suppress("person4@hanbit-hotel.example", "OPTED_OUT");
        jdbc.sql("update suppression set reason = 'OPTED_OUT' where customer_id = :customer and email_key = :key")
                .param("customer", hotel.customer().value())
                .param("key", BOUNCED)
                .update();
        assertThat(written(chosen.draft())).isEqualTo(1);
        assertThat(suppressed(BOUNCED)).isEqualTo(Map.of(BOUNCED, SuppressionReason.OPTED_OUT));
    }

    private List<RowState> states() {
        return List.of(
                forms.fileRow(draft, 2).state(),
                forms.fileRow(draft, 3).state(),
                forms.fileRow(draft, 4).state());
    }

    private RowsChange.Done again(int shownRow) {
        return done(chooseAgain.forRow(
                hotel.customer(), draft.id(), forms.fileRow(draft, shownRow).rowNo(), true, hotel.actor()));
    }

    private Map<String, SuppressionReason> suppressed(String email) {
        return suppressions.suppressedAmong(hotel.customer(), List.of(email));
    }

    private void suppress(String email, String reason) {
        jdbc.sql("""
                        insert into suppression (customer_id, email_key, email, reason, at)
                        values (:customer, :email, :email, :reason, now())""")
                .param("customer", hotel.customer().value())
                .param("email", email)
                .param("reason", reason)
                .update();
    }

    private static RowsChange.Done done(RowsChange change) {
        assertThat(change).isInstanceOf(RowsChange.Done.class);
        return (RowsChange.Done) change;
    }

    private int written(Draft chosen) {
        long id = forms.start(hotel, forms.preview(chosen));
        timers.runDue();
        return campaigns.progress(hotel.customer(), id).orElseThrow().written();
    }
}
