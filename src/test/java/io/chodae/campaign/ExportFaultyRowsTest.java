package io.chodae.campaign;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.campaign.Publishers.Publisher;
import io.chodae.roster.TableWriter;
import io.chodae.shared.Language;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@CampaignTest
class ExportFaultyRowsTest {

    @Autowired
    private Publishers publishers;

    @Autowired
    private Forms forms;

    @Autowired
    private Drafts drafts;

    @Autowired
    private CorrectRow correctRow;

    @Autowired
    private ExportFaultyRows export;

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
    void the_sheet_s_own_columns_come_back_with_the_reasons() throws IOException {
        Draft draft = list("김하나,one@x.example,,본점", "이두리,two,010-1234-5678,별관", ",=three,,분점");
        keepCells(draft, "지점", "이메일", "이름", 3, "별관", "two", "이두리", 4, "분점", "=three", "");

        List<String> lines = csv(draft, Language.KO).lines().toList();

        assertThat(lines.getFirst()).isEqualTo("\uFEFF지점,이메일,이름,명단의 행,고칠 점");
        assertThat(lines.get(1)).startsWith("별관,two,이두리,3,\"이메일: ");
        assertThat(lines.get(2)).startsWith("분점,'=three,,4,\"").contains("이름: ").contains(" / 이메일: ");
        assertThat(lines).hasSize(3);
    }

    @Test
    void what_was_corrected_in_an_uploaded_list_stands_in_its_own_column() throws IOException {
        Draft draft = forms.openWithFile(hotel, Forms.list(directory, "지점,메일 주소,이름,연락처", "별관,two,,010-1234-5678"));
        DraftRow row = forms.fileRow(draft, 2);
        correctRow.correct(
                hotel.customer(),
                draft.id(),
                row.rowNo(),
                row.mark(),
                new TypedRow("", "two@x.example", "010 1234 5679", "", null),
                hotel.actor());

        List<String> lines = csv(draft, Language.EN).lines().toList();
        assertThat(lines.getFirst()).isEqualTo("\uFEFF지점,메일 주소,이름,연락처,Row in the list,What to correct");
        assertThat(lines.get(1)).startsWith("별관,two@x.example,,01012345679,2,Name: ");
    }

    @Test
    void what_was_corrected_in_the_meantime_stands_in_place_of_the_cell() throws IOException {
        Draft draft = list(",two,,별관");
        keepCells(draft, "지점", "이메일", "이름", 2, "별관", "two", "");
        DraftRow row = forms.fileRow(draft, 2);
        correctRow.correct(
                hotel.customer(),
                draft.id(),
                row.rowNo(),
                row.mark(),
                new TypedRow("", "two@x.example", "", "별관", null),
                hotel.actor());

        assertThat(csv(draft, Language.EN).lines().toList().get(1)).startsWith("별관,two@x.example,,2,Name: ");
    }

    @Test
    void a_list_without_kept_cells_comes_back_with_what_is_known_of_it() throws IOException {
        Draft draft = list("이두리,two,010-1234-5678,별관");
        jdbc.sql("update draft set columns = '{}' where draft_id = :id")
                .param("id", draft.id())
                .update();

        assertThat(csv(draft, Language.EN))
                .startsWith("\uFEFFName,E-mail,Phone,Extra info,Language,Row in the list,What to correct")
                .contains("이두리,two,01012345678,별관,,2,\"E-mail: ");
    }

    @Test
    void typed_rows_stand_in_the_columns_of_the_sheet_and_in_added_ones() throws IOException {
        Draft draft = forms.openWithFile(hotel, Forms.list(directory, "지점,이메일,이름", "별관,two,이두리"));
        drafts.replaceTyped(
                hotel.customer(),
                draft.id(),
                draft.version(),
                List.of(
                        new TypedRow("맹동주", "dongju@", "010-1234-5678", "=객실팀", null),
                        new TypedRow("한지민", "jimin@x.example", "", "", null)),
                hotel.actor());

        List<String> lines = csv(draft, Language.EN).lines().toList();

        assertThat(lines).hasSize(3);
        assertThat(lines.getFirst()).isEqualTo("\uFEFF지점,이메일,이름,Phone,Extra info,Row in the list,What to correct");
        assertThat(lines.get(1)).startsWith(",dongju@,맹동주,01012345678,'=객실팀,Typed 1,\"E-mail: ");
        assertThat(lines.get(2)).startsWith("별관,two,이두리,,,2,\"E-mail: ");
    }

    @Test
    void the_one_who_downloads_is_written_down() {
        Draft draft = list("이두리,two,010-1234-5678,별관");
        Publisher cafe = publishers.full("새벽카페");
        assertThat(export.begin(cafe.customer(), draft.id(), "csv", cafe.actor()))
                .isFalse();
        assertThat(export.begin(hotel.customer(), draft.id(), "csv", hotel.actor()))
                .isTrue();
        assertThat(jdbc.sql("""
                        select count(*) from audit_event
                        where action = 'draft.faulty_rows_downloaded' and subject_id = :draft and actor_label = :label""")
                        .param("draft", String.valueOf(draft.id()))
                        .param("label", hotel.actor().label())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void a_workbook_says_the_same_and_can_be_uploaded_again_when_it_is_corrected() throws IOException {
        Draft draft = forms.openWithFile(hotel, Path.of("src/test/resources/rosters/roster-mixed.xlsx"));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (TableWriter table = TableWriter.xlsx(file, "Chodae")) {
            export.write(hotel.customer(), draft.id(), Language.KO, table);
        }

        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file.toByteArray()))) {
            List<Row> rows = workbook.getFirstSheet().read();
            assertThat(rows).hasSize(draft.roster().faulty() + 1);
            assertThat(rows)
                    .allSatisfy(row -> row.stream()
                            .filter(cell -> cell != null && cell.getRawValue() != null)
                            .forEach(cell -> assertThat(cell.getText()).doesNotStartWith("=")));
        }
        Path saved = Files.write(directory.resolve("faulty.xlsx"), file.toByteArray());
        assertThat(forms.openWithFile(hotel, saved).roster().total())
                .isEqualTo(draft.roster().faulty());
    }

    private String csv(Draft draft, Language language) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (TableWriter table = TableWriter.csv(file)) {
            export.write(hotel.customer(), draft.id(), language, table);
        }
        return file.toString(UTF_8);
    }

    /** Three column names, then the number and the three cells of each row. */
    private void keepCells(Draft draft, Object... texts) {
        jdbc.sql("update roster_upload set header = null where draft_id = :id")
                .param("id", draft.id())
                .update();
        jdbc.sql("update draft set columns = array[:a, :b, :c] where draft_id = :id")
                .param("a", texts[0])
                .param("b", texts[1])
                .param("c", texts[2])
                .param("id", draft.id())
                .update();
        for (int i = 3; i < texts.length; i += 4) {
            jdbc.sql("update draft_row set cells = array[:a, :b, :c] where draft_id = :id and shown_row = :row")
                    .param("row", texts[i])
                    .param("a", texts[i + 1])
                    .param("b", texts[i + 2])
                    .param("c", texts[i + 3])
                    .param("id", draft.id())
                    .update();
        }
    }

    private Draft list(String... lines) {
        return forms.openWithFile(hotel, Forms.list(directory, "이름,이메일,연락처,추가 정보", lines));
    }
}
