package io.chodae.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.campaign.Publishers.Publisher;
import io.chodae.testing.TestTimers;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

@CampaignTest
class ChooseAgainTest {

    private static final String FIRST = "person1@hanbit-hotel.example";
    private static final String SECOND = "person2@hanbit-hotel.example";

    @Autowired
    private Publishers publishers;

    @Autowired
    private Forms forms;

    @Autowired
    private Drafts drafts;

    @Autowired
    private ChooseAgain chooseAgain;

    @Autowired
    private Campaigns campaigns;

    @Autowired
    private TestTimers timers;

    @TempDir
    private Path directory;

    private Publisher hotel;
    private Draft draft;

    /** Of five people two have a pending invitation, and one belongs. */
    @BeforeEach
    void found() {
        hotel = publishers.full("한빛호텔");
        publishers.invite(hotel, FIRST);
        publishers.invite(hotel, SECOND);
        publishers.enrol(hotel, "person3@hanbit-hotel.example");
        draft = forms.openWithFile(hotel, Forms.csv(directory, 5));
    }

    @Test
    void known_people_are_named_counted_and_passed_over() {
        assertThat(draft.roster().ready()).isEqualTo(2);
        assertThat(draft.roster().skipped()).isEqualTo(3);
        assertThat(draft.roster().invited()).isEqualTo(2);
        assertThat(draft.roster().enrolled()).isEqualTo(1);
        assertThat(emails(RowFilter.INVITED)).containsExactly(FIRST, SECOND);
        assertThat(emails(RowFilter.ENROLLED)).containsExactly("person3@hanbit-hotel.example");
        assertThat(forms.rows(draft, RowFilter.SKIPPED)).hasSize(3);
    }

    @Test
    void all_who_were_invited_get_a_new_invitation_where_that_is_chosen_and_no_enrolled_person_does() {
        RowsChange.Done chosen = done(chooseAgain.forAll(hotel.customer(), draft.id(), true, hotel.actor()));

        assertThat(chosen.draft().roster().ready()).isEqualTo(4);
        assertThat(chosen.draft().roster().again()).isTrue();
        assertThat(forms.fileRow(draft, 2).state()).isEqualTo(RowState.AGAIN);
        assertThat(forms.fileRow(draft, 4).state()).isEqualTo(RowState.ENROLLED);
        assertThat(written(chosen.draft())).isEqualTo(4);
    }

    @Test
    void one_person_gets_a_new_invitation_and_the_others_are_passed_over() {
        RowsChange.Done chosen = again(2, true);

        assertThat(chosen.shown().getFirst().state()).isEqualTo(RowState.AGAIN);
        assertThat(chosen.draft().roster().ready()).isEqualTo(3);
        assertThat(written(chosen.draft())).isEqualTo(3);
    }

    @Test
    void one_person_is_passed_over_where_all_others_get_a_new_invitation() {
        chooseAgain.forAll(hotel.customer(), draft.id(), true, hotel.actor());
        RowsChange.Done chosen = again(3, false);

        assertThat(chosen.draft().roster().ready()).isEqualTo(3);
        assertThat(emails(RowFilter.SKIPPED)).contains(SECOND).doesNotContain(FIRST);
    }

    @Test
    void a_choice_for_all_takes_the_place_of_those_for_one() {
        again(2, true);

        RowsChange.Done chosen = done(chooseAgain.forAll(hotel.customer(), draft.id(), false, hotel.actor()));

        assertThat(chosen.draft().roster().ready()).isEqualTo(2);
    }

    @Test
    void the_choice_about_a_person_outlives_a_new_upload() {
        again(2, true);

        Draft anew = forms.upload(hotel, draft, Forms.csv(directory, 4));

        assertThat(forms.fileRow(anew, 2).state()).isEqualTo(RowState.AGAIN);
        assertThat(forms.fileRow(anew, 3).state()).isEqualTo(RowState.INVITED);
    }

    @Test
    void rows_are_found_by_name_address_and_phone() {
        assertThat(found("사람 4")).containsExactly(5);
        assertThat(found("PERSON2@")).containsExactly(3);
        assertThat(found("010-0000-0005")).containsExactly(6);
        assertThat(found("00005")).containsExactly(6);
        assertThat(found("%")).isEmpty();
        assertThat(drafts.rows(hotel.customer(), draft.id(), RowFilter.INVITED, "person", Optional.empty(), 1)
                        .next())
                .isPresent();
    }

    private List<Integer> found(String text) {
        return drafts.rows(hotel.customer(), draft.id(), RowFilter.ALL, text, Optional.empty(), 10).items().stream()
                .map(DraftRow::shownRow)
                .toList();
    }

    private RowsChange.Done again(int sheetRow, boolean again) {
        int row = forms.fileRow(draft, sheetRow).rowNo();
        return done(chooseAgain.forRow(hotel.customer(), draft.id(), row, again, hotel.actor()));
    }

    private int written(Draft chosen) {
        long id = forms.start(hotel, forms.preview(chosen));
        timers.runDue();
        return campaigns.progress(hotel.customer(), id).orElseThrow().written();
    }

    private List<String> emails(RowFilter filter) {
        return forms.rows(draft, filter).stream().map(DraftRow::email).toList();
    }

    private static RowsChange.Done done(RowsChange result) {
        return (RowsChange.Done) result;
    }
}
