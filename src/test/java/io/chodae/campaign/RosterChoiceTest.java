package io.chodae.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.campaign.Publishers.Publisher;
import io.chodae.campaign.RosterUpload.State;
import io.chodae.roster.RosterColumn;
import io.chodae.roster.RosterHeader;
import io.chodae.roster.RosterMapping;
import io.chodae.roster.RosterProblem;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which sheet and which columns of an uploaded list are read. */
class RosterChoiceTest extends UploadsOfDraft {

    @Test
    void another_sheet_is_read_without_another_upload() {
        upload(workbook());
        timers.runDue();
        assertThat(now().roster().sheetName()).isEqualTo("본관");
        assertThat(now().roster().otherSheets()).containsExactly("별관", "비고");

        assertThat(uploads.chooseSheet(hotel.customer(), draft.id(), latest().id(), "별관", hotel.actor()))
                .isInstanceOf(UploadResult.Accepted.class);
        timers.runDue();

        assertThat(now().roster().sheetName()).isEqualTo("별관");
        assertThat(now().roster().otherSheets()).containsExactly("본관", "비고");
        assertThat(forms.rows(now(), RowFilter.ALL))
                .extracting(DraftRow::email)
                .containsExactly("annex1@hanbit-hotel.example", "annex2@hanbit-hotel.example");
        assertThat(uploads.chooseSheet(hotel.customer(), draft.id(), latest().id(), "없는 시트", hotel.actor()))
                .isEqualTo(new UploadResult.Gone());
    }

    @Test
    void a_sheet_that_holds_no_list_leaves_the_one_that_was_read() {
        upload(workbook());
        timers.runDue();
        long id = latest().id();

        uploads.chooseSheet(hotel.customer(), draft.id(), id, "비고", hotel.actor());
        timers.runDue();

        assertThat(latest().state()).isEqualTo(State.PROBLEM);
        assertThat(latest().inList()).isTrue();
        assertThat(now().roster().sheetName()).isEqualTo("본관");
        uploads.discard(hotel.customer(), draft.id(), id, hotel.actor());
        assertThat(latest().state()).isEqualTo(State.READ);
        assertThat(latest().head()).isNotNull();
        assertThat(Optional.ofNullable(latest().head()).orElseThrow().sheet()).isEqualTo("본관");
    }

    @Test
    void columns_chosen_by_hand_are_remembered_for_the_same_names_and_can_be_forgotten() {
        upload(text(ODD));
        timers.runDue();
        assertThat(Optional.ofNullable(latest().problem()).orElseThrow().problem())
                .isEqualTo(RosterProblem.NO_EMAIL_COLUMN);
        assertThat(Optional.ofNullable(latest().head()).orElseThrow().rows()).hasSize(2);

        choose(new RosterMapping(1, Map.of(RosterColumn.NAME, 0, RosterColumn.EMAIL, 1, RosterColumn.PHONE, 2)));
        assertThat(forms.rows(now(), RowFilter.READY))
                .extracting(DraftRow::phone)
                .containsExactly("01012345678");
        assertThat(origin()).isEqualTo(RosterHeader.Origin.CHOSEN);

        draft = forms.open(hotel);
        upload(text(ODD.replace("성함란,주소란", "성함란 ,주소란*") + "한지민,jimin@hanbit-hotel.example,\n"));
        timers.runDue();
        assertThat(origin()).isEqualTo(RosterHeader.Origin.REMEMBERED);
        assertThat(now().roster().ready()).isEqualTo(2);

        Publisher cafe = publishers.full("새벽카페");
        Draft theirs = forms.open(cafe);
        assertThat(importRoster.importFile(cafe.customer(), theirs.id(), "x.csv", text(ODD), cafe.actor()))
                .isInstanceOf(ImportResult.Unreadable.class);

        uploads.forgetColumns(hotel.customer(), draft.id(), latest().id(), hotel.actor());
        timers.runDue();
        assertThat(latest().state()).isEqualTo(State.PROBLEM);
        assertThat(now().roster().ready()).isEqualTo(2);
    }

    @Test
    void a_list_without_column_names_is_read_by_hand_and_not_remembered() {
        String list = "맹동주,dongju@hanbit-hotel.example\n한지민,jimin@hanbit-hotel.example\n";
        upload(text(list));
        timers.runDue();

        choose(new RosterMapping(0, Map.of(RosterColumn.NAME, 0, RosterColumn.EMAIL, 1)));

        assertThat(forms.rows(now(), RowFilter.READY))
                .extracting(DraftRow::shownRow)
                .containsExactly(1, 2);
        assertThat(texts("select columns from draft where customer_id = :customer and draft_id = :draft"))
                .containsExactly("A", "B");
        upload(text(list));
        timers.runDue();
        assertThat(latest().state()).isEqualTo(State.PROBLEM);
    }

    @Test
    void columns_that_make_no_people_are_refused() {
        upload(text(ODD));
        timers.runDue();

        assertThat(uploads.chooseColumns(
                        hotel.customer(),
                        draft.id(),
                        latest().id(),
                        new RosterMapping(1, Map.of(RosterColumn.NAME, 0)),
                        hotel.actor()))
                .isEqualTo(new UploadResult.Incomplete());
        assertThat(uploads.chooseColumns(
                        hotel.customer(),
                        draft.id(),
                        latest().id(),
                        new RosterMapping(1, Map.of(RosterColumn.NAME, 1, RosterColumn.EMAIL, 1)),
                        hotel.actor()))
                .isEqualTo(new UploadResult.Incomplete());
    }
}
