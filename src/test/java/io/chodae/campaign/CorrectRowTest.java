package io.chodae.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.campaign.Publishers.Publisher;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@CampaignTest
class CorrectRowTest {

    @Autowired
    private Publishers publishers;

    @Autowired
    private Forms forms;

    @Autowired
    private CorrectRow correctRow;

    @Autowired
    private JdbcClient jdbc;

    @TempDir
    private Path directory;

    private Publisher hotel;

    @BeforeEach
    void found() {
        hotel = publishers.full("한빛호텔");
    }

    @Test
    void a_corrected_row_is_ready_and_counted() {
        Draft draft = list("김하나,nobody,010-1234-5678", "이두리,two@x.example,");

        CorrectRowResult.Saved saved = saved(correct(draft, 2, person("김하나", " one@x.example ", "010-1234-5678")));

        assertThat(saved.row().ready()).isTrue();
        assertThat(saved.row().email()).isEqualTo("one@x.example");
        assertThat(saved.row().warnings()).extracting(RowNote::code).containsExactly("EMAIL_CLEANED");
        assertThat(saved.draft().roster().ready()).isEqualTo(2);
        assertThat(saved.draft().roster().faulty()).isZero();
        assertThat(saved.draft().version()).isEqualTo(draft.version() + 1);
        assertThat(saved.others()).isEmpty();
        assertThat(audited("draft.row_corrected")).isEqualTo(1);
    }

    @Test
    void what_is_still_wrong_is_said_again() {
        Draft draft = list("김하나,nobody,010-1234-5678");

        CorrectRowResult.Saved saved = saved(correct(draft, 2, person("", "one@x.example", "전화 없음")));

        assertThat(codes(saved.row())).containsExactly("NAME_MISSING", "PHONE_INVALID");
        assertThat(saved.draft().roster().faulty()).isEqualTo(1);
    }

    @Test
    void an_address_that_an_earlier_row_has_is_a_duplicate_of_it() {
        Draft draft = list("김하나,one@x.example,", "이두리,two,");

        CorrectRowResult.Saved saved = saved(correct(draft, 3, person("이두리", "ONE@x.example", "")));

        assertThat(codes(saved.row())).containsExactly("DUPLICATE_IN_FILE");
        assertThat(saved.row().faults().getFirst().args()).containsEntry("firstRow", "2");
    }

    @Test
    void an_address_that_only_a_later_row_has_makes_that_one_the_duplicate() {
        Draft draft = list("김하나,one,", "이두리,two@x.example,");

        CorrectRowResult.Saved saved = saved(correct(draft, 2, person("김하나", "two@x.example", "")));

        assertThat(saved.row().ready()).isTrue();
        assertThat(saved.others()).extracting(DraftRow::shownRow).containsExactly(3);
        assertThat(codes(saved.others().getFirst())).containsExactly("DUPLICATE_IN_FILE");
    }

    @Test
    void the_next_row_of_an_address_takes_the_place_of_a_row_that_is_corrected_to_another() {
        Draft draft = list("김하나,one@x.example,", "이두리,one@x.example,", "박세찬,one@x.example,");

        CorrectRowResult.Saved saved = saved(correct(draft, 2, person("김하나", "other@x.example", "")));

        assertThat(saved.others()).extracting(DraftRow::shownRow).containsExactly(3, 4);
        assertThat(saved.others().getFirst().ready()).isTrue();
        assertThat(saved.others().get(1).faults().getFirst().args()).containsEntry("firstRow", "3");
        assertThat(saved.draft().roster().ready()).isEqualTo(2);
    }

    @Test
    void the_address_of_a_typed_row_stays_with_that_one() {
        Draft typed = forms.openWith(hotel, "one@x.example");
        Draft draft = forms.upload(hotel, typed, file("김하나,one,"));

        CorrectRowResult.Saved saved = saved(correct(draft, 2, person("김하나", "one@x.example", "")));

        assertThat(codes(saved.row())).containsExactly("DUPLICATE_OF_TYPED");
    }

    @Test
    void who_is_enrolled_or_invited_is_noticed_at_the_corrected_address() {
        publishers.enrol(hotel, "one@x.example");
        publishers.invite(hotel, "two@x.example");
        Draft draft = list("김하나,one,", "이두리,two,");

        assertThat(saved(correct(draft, 2, person("김하나", "one@x.example", "")))
                        .row()
                        .state())
                .isEqualTo(RowState.ENROLLED);
        assertThat(saved(correct(draft, 3, person("이두리", "two@x.example", "")))
                        .row()
                        .state())
                .isEqualTo(RowState.INVITED);
    }

    @Test
    void a_row_that_somebody_changed_in_the_meantime_is_shown_and_not_overwritten() {
        Draft draft = list("김하나,one,");
        DraftRow shown = row(draft, 2);
        correct(draft, 2, person("김하나", "right@x.example", ""));

        CorrectRowResult late = correctRow.correct(
                hotel.customer(),
                draft.id(),
                shown.rowNo(),
                shown.mark(),
                person("김하나", "late@x.example", ""),
                hotel.actor());

        assertThat(late)
                .isInstanceOfSatisfying(
                        CorrectRowResult.Changed.class,
                        changed -> assertThat(changed.row().email()).isEqualTo("right@x.example"));
        assertThat(row(draft, 2).email()).isEqualTo("right@x.example");
    }

    @Test
    void typed_rows_are_corrected_where_they_were_typed() {
        Draft draft = forms.openWith(hotel, "nobody");
        DraftRow typed = forms.rows(draft, RowFilter.TYPED).getFirst();

        assertThat(correctRow.correct(
                        hotel.customer(),
                        draft.id(),
                        typed.rowNo(),
                        typed.mark(),
                        Forms.person("one@x.example"),
                        hotel.actor()))
                .isEqualTo(new CorrectRowResult.Gone());
    }

    @Test
    void what_was_sent_does_not_change_any_more() {
        Draft draft = forms.preview(list("김하나,one@x.example,", "이두리,two,"));
        DraftRow faulty = row(draft, 3);
        long id = forms.start(hotel, draft);

        assertThat(correctRow.correct(
                        hotel.customer(),
                        draft.id(),
                        faulty.rowNo(),
                        faulty.mark(),
                        Forms.person("two@x.example"),
                        hotel.actor()))
                .isEqualTo(new CorrectRowResult.AlreadySent(id));
    }

    private CorrectRowResult correct(Draft draft, int sheetRow, TypedRow values) {
        DraftRow row = row(draft, sheetRow);
        return correctRow.correct(hotel.customer(), draft.id(), row.rowNo(), row.mark(), values, hotel.actor());
    }

    private DraftRow row(Draft draft, int sheetRow) {
        return forms.fileRow(draft, sheetRow);
    }

    private Draft list(String... lines) {
        return forms.openWithFile(hotel, file(lines));
    }

    private Path file(String... lines) {
        return Forms.list(directory, "이름,이메일,연락처", lines);
    }

    private int audited(String action) {
        return jdbc.sql("select count(*) from audit_event where customer_id = :customer and action = :action")
                .param("customer", hotel.customer().value())
                .param("action", action)
                .query(Integer.class)
                .single();
    }

    private static TypedRow person(String name, String email, String phone) {
        return new TypedRow(name, email, phone, "", null);
    }

    private static CorrectRowResult.Saved saved(CorrectRowResult result) {
        return (CorrectRowResult.Saved) result;
    }

    private static List<String> codes(DraftRow row) {
        return row.faults().stream().map(RowNote::code).toList();
    }
}
