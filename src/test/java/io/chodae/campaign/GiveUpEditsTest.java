package io.chodae.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.campaign.Publishers.Publisher;
import io.chodae.campaign.RosterUpload.State;
import io.chodae.roster.RosterColumn;
import io.chodae.roster.RosterHeader;
import io.chodae.roster.RosterMapping;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Rows that were corrected or left out by hand are lost by no reading that nobody agreed to. */
class GiveUpEditsTest extends UploadsOfDraft {

    @Autowired
    private GiveUpEdits giveUp;

    @Autowired
    private CorrectRow correctRow;

    @Autowired
    private LeaveOutRows leaveOutRows;

    @Test
    void another_sheet_is_asked_about_and_read_after_the_yes() {
        upload(workbook());
        timers.runDue();
        correct(2, "corrected@hanbit-hotel.example");

        uploads.chooseSheet(hotel.customer(), draft.id(), latest().id(), "별관", hotel.actor());
        timers.runDue();

        assertThat(latest().state()).isEqualTo(State.ASKING);
        assertThat(emails()).containsExactly("corrected@hanbit-hotel.example");
        assertThat(lost()).isEqualTo(new HandEdits(1, 1, List.of(2), 0, List.of()));
        assertThat(check.check(hotel.customer(), draft.id()).orElseThrow().faults())
                .contains(new DraftFault("roster", "ASKING"));

        yes(1);
        assertThat(latest().state()).isEqualTo(State.READ);
        assertThat(emails()).containsExactly("annex1@hanbit-hotel.example", "annex2@hanbit-hotel.example");
        assertThat(lost().rows()).isZero();
        assertThat(jdbc.sql("""
                        select (details ->> 'corrected') || ' ' || actor_label from audit_event
                        where customer_id = :customer and action = 'draft.row_edits_given_up'""")
                        .param("customer", hotel.customer().value())
                        .query(String.class)
                        .list())
                .containsExactly("1 " + hotel.actor().label());
    }

    @Test
    void a_list_that_is_kept_is_as_it_was() {
        upload(workbook());
        timers.runDue();
        leaveOutRows.leaveOut(
                hotel.customer(), draft.id(), forms.fileRow(now(), 2).rowNo(), hotel.actor());
        Draft before = now();
        uploads.chooseSheet(hotel.customer(), draft.id(), latest().id(), "별관", hotel.actor());

        uploads.discard(hotel.customer(), draft.id(), latest().id(), hotel.actor());
        timers.runDue();

        assertThat(latest().state()).isEqualTo(State.READ);
        assertThat(Optional.ofNullable(latest().head()).orElseThrow().sheet()).isEqualTo("본관");
        assertThat(now()).isEqualTo(before);
        assertThat(lost()).isEqualTo(new HandEdits(1, 0, List.of(), 1, List.of(2)));
        assertThat(check.check(hotel.customer(), draft.id()).orElseThrow().faults())
                .doesNotContain(new DraftFault("roster", "ASKING"));
    }

    @Test
    void columns_are_forgotten_only_with_the_yes() {
        upload(text(ODD));
        timers.runDue();
        choose(new RosterMapping(1, Map.of(RosterColumn.NAME, 0, RosterColumn.EMAIL, 1)));
        correct(2, "corrected@hanbit-hotel.example");

        uploads.forgetColumns(hotel.customer(), draft.id(), latest().id(), hotel.actor());
        assertThat(latest().state()).isEqualTo(State.ASKING);
        uploads.discard(hotel.customer(), draft.id(), latest().id(), hotel.actor());
        Draft second = forms.open(hotel);
        assertThat(importRoster.importFile(hotel.customer(), second.id(), "x.csv", text(ODD), hotel.actor()))
                .isInstanceOf(ImportResult.Imported.class);
        assertThat(origin()).isEqualTo(RosterHeader.Origin.CHOSEN);

        uploads.forgetColumns(hotel.customer(), draft.id(), latest().id(), hotel.actor());
        yes(1);
        assertThat(latest().state()).isEqualTo(State.PROBLEM);
        assertThat(emails()).containsExactly("corrected@hanbit-hotel.example");
        assertThat(importRoster.importFile(hotel.customer(), second.id(), "x.csv", text(ODD), hotel.actor()))
                .isInstanceOf(ImportResult.Unreadable.class);
    }

    @Test
    void another_file_is_read_first_and_asked_about_then() {
        upload(Forms.csv(directory, 3));
        timers.runDue();
        correct(3, "corrected@hanbit-hotel.example");
        Draft before = now();

        upload(Forms.csv(directory, 2));
        timers.runDue();
        assertThat(latest().state()).isEqualTo(State.ASKING);
        assertThat(latest().rowsRead()).isEqualTo(2);
        assertThat(now()).isEqualTo(before);

        uploads.discard(hotel.customer(), draft.id(), latest().id(), hotel.actor());
        assertThat(latest().fileName()).isEqualTo("people-3.csv");
        assertThat(now()).isEqualTo(before);

        upload(Forms.csv(directory, 2));
        timers.runDue();
        yes(1);
        assertThat(now().roster().total()).isEqualTo(2);
        assertThat(latest().fileName()).isEqualTo("people-2.csv");
    }

    @Test
    void who_corrects_a_row_while_a_file_is_read_loses_nothing() {
        upload(Forms.csv(directory, 3));
        timers.runDue();
        upload(Forms.csv(directory, 2));

        assertThat(read.read(hotel.customer(), latest().id(), () -> {
                    if (lost().rows() == 0) {
                        correct(3, "corrected@hanbit-hotel.example");
                    }
                    return false;
                }))
                .isTrue();

        assertThat(latest().state()).isEqualTo(State.ASKING);
        assertThat(emails()).contains("corrected@hanbit-hotel.example").hasSize(3);
    }

    @Test
    void a_yes_counts_for_the_rows_that_it_was_said_of() {
        upload(Forms.csv(directory, 3));
        timers.runDue();
        correct(3, "corrected@hanbit-hotel.example");
        uploads.chooseColumns(
                hotel.customer(),
                draft.id(),
                latest().id(),
                new RosterMapping(1, Map.of(RosterColumn.NAME, 0, RosterColumn.EMAIL, 1)),
                hotel.actor());
        correct(2, "again@hanbit-hotel.example");

        yes(1);
        assertThat(latest().state()).isEqualTo(State.ASKING);
        assertThat(emails()).contains("corrected@hanbit-hotel.example", "again@hanbit-hotel.example");
        yes(2);
        assertThat(latest().state()).isEqualTo(State.READ);
    }

    @Test
    void nobody_else_says_yes() {
        upload(workbook());
        timers.runDue();
        correct(2, "corrected@hanbit-hotel.example");
        uploads.chooseSheet(hotel.customer(), draft.id(), latest().id(), "별관", hotel.actor());
        Publisher cafe = publishers.full("새벽카페");

        assertThat(giveUp.giveUp(cafe.customer(), draft.id(), latest().id(), 9, cafe.actor()))
                .isEqualTo(new UploadResult.Gone());
        assertThat(giveUp.lost(cafe.customer(), draft.id()).rows()).isZero();
        timers.runDue();
        assertThat(latest().state()).isEqualTo(State.ASKING);
    }

    private HandEdits lost() {
        return giveUp.lost(hotel.customer(), draft.id());
    }

    private void yes(int seen) {
        assertThat(giveUp.giveUp(hotel.customer(), draft.id(), latest().id(), seen, hotel.actor()))
                .isInstanceOf(UploadResult.Accepted.class);
        timers.runDue();
    }

    private void correct(int sheetRow, String email) {
        DraftRow row = forms.fileRow(now(), sheetRow);
        assertThat(correctRow.correct(
                        hotel.customer(),
                        draft.id(),
                        row.rowNo(),
                        row.mark(),
                        new TypedRow(row.name(), email, "", "", null),
                        hotel.actor()))
                .isInstanceOf(CorrectRowResult.Saved.class);
    }

    private List<String> emails() {
        return forms.rows(now(), RowFilter.ALL).stream().map(DraftRow::email).toList();
    }
}
