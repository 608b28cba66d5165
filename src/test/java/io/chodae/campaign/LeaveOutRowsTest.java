package io.chodae.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.campaign.Publishers.Publisher;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

@CampaignTest
class LeaveOutRowsTest {

    @Autowired
    private Publishers publishers;

    @Autowired
    private Forms forms;

    @Autowired
    private LeaveOutRows leaveOutRows;

    @Autowired
    private CheckDraft check;

    @Autowired
    private SendDraft sendDraft;

    @TempDir
    private Path directory;

    private Publisher hotel;

    @BeforeEach
    void found() {
        hotel = publishers.full("한빛호텔");
    }

    @Test
    void a_row_that_is_left_out_gets_no_mail_and_comes_back_as_it_was() {
        Draft draft = list("김하나,one@x.example", "이두리,two");

        RowsChange.Done out = leaveOut(draft, 3);
        assertThat(out.draft().roster().faulty()).isZero();
        assertThat(out.draft().roster().leftOut()).isEqualTo(1);
        assertThat(out.draft().version()).isEqualTo(draft.version() + 1);
        assertThat(out.shown().getFirst().state()).isEqualTo(RowState.LEFT_OUT);
        assertThat(forms.rows(draft, RowFilter.LEFT_OUT)).hasSize(1);

        assertThat(putBack(draft, 3).draft().roster()).isEqualTo(draft.roster());
    }

    @Test
    void leaving_out_the_first_row_of_an_address_makes_way_for_the_next_one_until_it_comes_back() {
        Draft draft = list("김하나,one@x.example", "이두리,one@x.example");

        RowsChange.Done out = leaveOut(draft, 2);
        assertThat(forms.fileRow(draft, 3).ready()).isTrue();
        assertThat(out.shown()).extracting(DraftRow::shownRow).containsExactly(2, 3);

        putBack(draft, 2);
        assertThat(forms.fileRow(draft, 2).ready()).isTrue();
        assertThat(codes(forms.fileRow(draft, 3))).containsExactly("DUPLICATE_IN_FILE");
    }

    @Test
    void all_faulty_rows_are_left_out_at_once_and_put_back_at_once() {
        Draft draft = forms.openWithFile(hotel, Path.of("src/test/resources/rosters/roster-mixed.xlsx"));
        List<DraftRow> before = forms.rows(draft, RowFilter.FAULTY);

        RowsChange.Done out = done(leaveOutRows.leaveOutFaulty(hotel.customer(), draft.id(), hotel.actor()));
        assertThat(out.rows()).isEqualTo(draft.roster().faulty());
        assertThat(out.draft().roster().ready()).isEqualTo(draft.roster().ready());
        assertThat(out.draft().roster().faulty()).isZero();
        assertThat(out.draft().roster().leftOut()).isEqualTo(draft.roster().faulty());

        RowsChange.Done back = done(leaveOutRows.putBackAll(hotel.customer(), draft.id(), hotel.actor()));
        assertThat(back.draft().roster()).isEqualTo(draft.roster());
        assertThat(forms.rows(draft, RowFilter.FAULTY)).isEqualTo(before);
    }

    @Test
    void nothing_to_leave_out_changes_nothing() {
        Draft draft = list("김하나,one@x.example");

        RowsChange.Done out = done(leaveOutRows.leaveOutFaulty(hotel.customer(), draft.id(), hotel.actor()));

        assertThat(out.rows()).isZero();
        assertThat(out.draft()).isEqualTo(draft);
    }

    @Test
    void a_typed_row_is_taken_out_where_it_was_typed() {
        Draft draft = forms.openWith(hotel, "nobody");
        int typed = forms.rows(draft, RowFilter.TYPED).getFirst().rowNo();

        assertThat(leaveOutRows.leaveOut(hotel.customer(), draft.id(), typed, hotel.actor()))
                .isEqualTo(new RowsChange.Gone());
    }

    @Test
    void faulty_and_left_out_rows_keep_nobody_else_from_being_sent() {
        Draft draft = list("김하나,one@x.example", "이두리,two", "박세찬,three");
        Draft seen = forms.preview(leaveOut(draft, 3).draft());

        assertThat(check.check(hotel.customer(), draft.id()).orElseThrow().maySend())
                .isTrue();
        assertThat(sendDraft.send(hotel.customer(), seen.id(), seen.version(), hotel.actor()))
                .isInstanceOf(SendDraftResult.Started.class);
    }

    @Test
    void a_list_with_everybody_left_out_says_that_nobody_is_left() {
        Draft draft = list("김하나,one@x.example");
        leaveOut(draft, 2);

        assertThat(check.check(hotel.customer(), draft.id()).orElseThrow().faults())
                .containsExactly(new DraftFault("roster", "NOBODY_LEFT", List.of()));
    }

    @Test
    void what_was_sent_does_not_change_any_more() {
        Draft draft = forms.preview(list("김하나,one@x.example", "이두리,two"));
        long id = forms.start(hotel, draft);

        assertThat(leaveOutRows.leaveOutFaulty(hotel.customer(), draft.id(), hotel.actor()))
                .isEqualTo(new RowsChange.AlreadySent(id));
    }

    @Test
    void a_trial_s_list_that_is_too_long_is_looked_at_and_refused_when_it_is_sent() {
        Publisher trial = publishers.trial("새벽카페");
        Draft draft = forms.openWithFile(trial, Forms.csv(directory, 25));

        Draft seen = forms.preview(draft);

        assertThat(seen.previewed()).isTrue();
        assertThat(sendDraft.send(trial.customer(), seen.id(), seen.version(), trial.actor()))
                .isEqualTo(new SendDraftResult.NoSeat(10, 0, 25));
    }

    private RowsChange.Done leaveOut(Draft draft, int sheetRow) {
        int row = forms.fileRow(draft, sheetRow).rowNo();
        return done(leaveOutRows.leaveOut(draft.customer(), draft.id(), row, hotel.actor()));
    }

    private RowsChange.Done putBack(Draft draft, int sheetRow) {
        int row = forms.fileRow(draft, sheetRow).rowNo();
        return done(leaveOutRows.putBack(draft.customer(), draft.id(), row, hotel.actor()));
    }

    private Draft list(String... lines) {
        return forms.openWithFile(hotel, Forms.list(directory, "이름,이메일", lines));
    }

    private static RowsChange.Done done(RowsChange result) {
        return (RowsChange.Done) result;
    }

    private static List<String> codes(DraftRow row) {
        return row.faults().stream().map(RowNote::code).toList();
    }
}
