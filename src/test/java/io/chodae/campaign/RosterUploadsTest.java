package io.chodae.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.campaign.Publishers.Publisher;
import io.chodae.campaign.RosterUpload.State;
import io.chodae.roster.RosterColumn;
import io.chodae.roster.RosterHeader;
import io.chodae.roster.RosterMapping;
import io.chodae.roster.RosterProblem;
import io.chodae.shared.CustomerId;
import io.chodae.testing.TestClock;
import io.chodae.testing.TestTimers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@CampaignTest
class RosterUploadsTest {

    private static final String ODD = "성함란,주소란,비상\n맹동주,dongju@hanbit-hotel.example,010-1234-5678\n";

    @Autowired
    private Publishers publishers;

    @Autowired
    private Forms forms;

    @Autowired
    private Drafts drafts;

    @Autowired
    private RosterUploads uploads;

    @Autowired
    private ImportRoster importRoster;

    @Autowired
    private ReadUpload read;

    @Autowired
    private CheckDraft check;

    @Autowired
    private TidyUploads tidy;

    @Autowired
    private TestTimers timers;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    @TempDir
    private Path directory;

    private Publisher hotel;
    private Draft draft;

    @BeforeEach
    void found() {
        hotel = publishers.full("한빛호텔");
        draft = forms.open(hotel);
    }

    @Test
    void a_list_is_read_in_the_background_and_the_draft_stays_editable_meanwhile() {
        upload(Forms.csv(directory, 3));

        assertThat(latest().state()).isEqualTo(State.WAITING);
        assertThat(now().roster().total()).isZero();
        Draft typed = Forms.saved(drafts.save(
                hotel.customer(), draft.id(), draft.version(), Forms.intoNewGroup(hotel, "새 그룹"), hotel.actor()));
        timers.runDue();

        assertThat(latest().state()).isEqualTo(State.READ);
        assertThat(latest().rowsRead()).isEqualTo(3);
        assertThat(now().roster().ready()).isEqualTo(3);
        assertThat(now().content()).isEqualTo(typed.content());
        assertThat(now().version()).isEqualTo(typed.version() + 1);
    }

    @Test
    void the_cells_of_the_sheet_are_kept_with_their_titles() {
        upload(text("""
                명단 a\\b
                번호,이름,이메일,,메모 'x'
                7,맹동주,dongju@hanbit-hotel.example,"a\tb
                c\\d""e",{NULL}
                8,한지민,jimin@hanbit-hotel.example,,,남는 칸
                """));
        timers.runDue();

        assertThat(texts("select columns from draft where customer_id = :customer and draft_id = :draft"))
                .containsExactly("번호", "이름", "이메일", "D", "메모 'x'", "F");
        assertThat(texts("select cells from draft_row where customer_id = :customer and draft_id = :draft"
                        + " order by row_no limit 1"))
                .containsExactly("7", "맹동주", "dongju@hanbit-hotel.example", "a\tb\nc\\d\"e", "{NULL}");
    }

    @Test
    void a_reading_that_a_killed_node_had_begun_is_taken_up_again() {
        upload(Forms.csv(directory, 3));
        jdbc.sql("""
                        update scheduled_tasks
                        set picked = true, picked_by = 'dead node', last_heartbeat = :then, version = version + 1
                        where task_name = 'roster.read' and task_instance like :instance""")
                .param("then", Timestamp.from(clock.instant()))
                .param("instance", hotel.customer().value() + ":%")
                .update();
        jdbc.sql("update roster_upload set state = 'READING', attempt = 1, rows_read = 2 where customer_id = :customer")
                .param("customer", hotel.customer().value())
                .update();
        timers.runDue();
        assertThat(latest().state()).isEqualTo(State.READING);

        clock.advance(Duration.ofHours(1));
        timers.findDeadNodes();
        timers.runDue();

        assertThat(latest().state()).isEqualTo(State.READ);
        assertThat(now().roster().ready()).isEqualTo(3);
    }

    @Test
    void a_stopping_server_leaves_the_reading_to_the_next() {
        upload(Forms.csv(directory, 12_000));
        AtomicInteger asked = new AtomicInteger();

        assertThat(read.read(hotel.customer(), latest().id(), () -> asked.incrementAndGet() > 1))
                .isFalse();
        assertThat(latest().state()).isEqualTo(State.READING);
        assertThat(now().roster().total()).isZero();
        timers.runDue();

        assertThat(now().roster().ready()).isEqualTo(12_000);
    }

    @Test
    void a_reading_that_was_overtaken_changes_nothing() {
        upload(Forms.csv(directory, 12_000));
        CustomerId customer = hotel.customer();
        long first = latest().id();

        assertThat(read.read(customer, first, () -> {
                    if (latest().id() == first) {
                        upload(Forms.csv(directory, 2));
                    }
                    return false;
                }))
                .isTrue();
        assertThat(now().roster().total()).isZero();
        timers.runDue();

        assertThat(now().roster().total()).isEqualTo(2);
    }

    @Test
    void a_problem_leaves_the_list_and_can_be_put_away() {
        upload(Forms.csv(directory, 3));
        timers.runDue();
        Draft before = now();

        upload(text("이름,연락처\n맹동주,010-1234-5678\n"));
        timers.runDue();

        RosterUpload failed = latest();
        assertThat(failed.state()).isEqualTo(State.PROBLEM);
        assertThat(failed.problem()).isNotNull();
        assertThat(failed.inList()).isFalse();
        assertThat(now()).isEqualTo(before);
        uploads.discard(hotel.customer(), draft.id(), failed.id());
        assertThat(latest().fileName()).isEqualTo("people-3.csv");
        assertThat(latest().state()).isEqualTo(State.READ);
    }

    @Test
    void nothing_can_be_sent_while_a_list_is_being_read() {
        upload(Forms.csv(directory, 3));

        assertThat(check.check(hotel.customer(), draft.id()).orElseThrow().faults())
                .contains(new DraftFault("roster", "READING"));
        timers.runDue();
        assertThat(check.check(hotel.customer(), draft.id()).orElseThrow().faults())
                .isEmpty();
    }

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
        uploads.discard(hotel.customer(), draft.id(), id);
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

    @Test
    void the_file_goes_when_it_is_removed_replaced_or_the_draft_is_deleted() {
        upload(Forms.csv(directory, 3));
        timers.runDue();
        upload(Forms.csv(directory, 2));
        timers.runDue();
        assertThat(kept()).isEqualTo(1);

        importRoster.removeFile(hotel.customer(), draft.id(), hotel.actor());
        assertThat(kept()).isZero();

        upload(Forms.csv(directory, 3));
        drafts.delete(hotel.customer(), draft.id(), hotel.actor());
        assertThat(kept()).isZero();
        timers.runDue();
    }

    @Test
    void the_file_of_a_sent_draft_goes() {
        upload(Forms.csv(directory, 3));
        jdbc.sql("update draft set state = 'SENT' where customer_id = :customer")
                .param("customer", hotel.customer().value())
                .update();

        tidy.tidy();

        assertThat(kept()).isZero();
    }

    @Test
    void another_publisher_s_uploads_are_not_there() {
        upload(workbook());
        timers.runDue();
        RosterUpload mine = latest();
        Publisher cafe = publishers.full("새벽카페");
        CustomerId other = cafe.customer();
        RosterMapping mapping = new RosterMapping(1, Map.of(RosterColumn.NAME, 0, RosterColumn.EMAIL, 1));
        Draft theirs = forms.open(cafe);

        assertThat(uploads.latest(other, draft.id())).isEmpty();
        for (long draftId : new long[] {draft.id(), theirs.id()}) {
            assertThat(uploads.chooseSheet(other, draftId, mine.id(), "별관", cafe.actor()))
                    .isEqualTo(new UploadResult.Gone());
            assertThat(uploads.chooseColumns(other, draftId, mine.id(), mapping, cafe.actor()))
                    .isEqualTo(new UploadResult.Gone());
            assertThat(uploads.forgetColumns(other, draftId, mine.id(), cafe.actor()))
                    .isEqualTo(new UploadResult.Gone());
            uploads.discard(other, draftId, mine.id());
        }
        assertThat(uploads.upload(other, draft.id(), "x.csv", Forms.csv(directory, 1), cafe.actor()))
                .isEqualTo(new UploadResult.Gone());
        assertThat(read.read(other, mine.id(), () -> false)).isTrue();
        assertThat(latest()).isEqualTo(mine);
    }

    private void choose(RosterMapping mapping) {
        assertThat(uploads.chooseColumns(hotel.customer(), draft.id(), latest().id(), mapping, hotel.actor()))
                .isInstanceOf(UploadResult.Accepted.class);
        timers.runDue();
        assertThat(latest().state()).isEqualTo(State.READ);
    }

    private void upload(Path file) {
        assertThat(uploads.upload(
                        hotel.customer(), draft.id(), file.getFileName().toString(), file, hotel.actor()))
                .isInstanceOf(UploadResult.Accepted.class);
    }

    private RosterUpload latest() {
        return uploads.latest(hotel.customer(), draft.id()).orElseThrow();
    }

    private Draft now() {
        return drafts.find(hotel.customer(), draft.id()).orElseThrow();
    }

    private RosterHeader.Origin origin() {
        return Optional.ofNullable(latest().header()).orElseThrow().origin();
    }

    private int kept() {
        return jdbc.sql("""
                        select count(distinct u.upload_id) from roster_upload u join roster_upload_chunk using (upload_id)
                        where u.customer_id = :customer""")
                .param("customer", hotel.customer().value())
                .query(Integer.class)
                .single();
    }

    private String[] texts(String sql) {
        return jdbc.sql(sql)
                .param("customer", hotel.customer().value())
                .param("draft", draft.id())
                .query((rs, row) -> (String[]) rs.getArray(1).getArray())
                .single();
    }

    private Path text(String list) {
        try {
            return Files.writeString(Files.createTempFile(directory, "list", ".csv"), list);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path workbook() {
        Path file = directory.resolve("branches.xlsx");
        try (Workbook workbook = new Workbook(Files.newOutputStream(file), "Test", null)) {
            people(workbook.newWorksheet("본관"), "main", 1);
            people(workbook.newWorksheet("별관"), "annex", 2);
            workbook.newWorksheet("비고").value(0, 0, "적어 둘 것");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private static void people(Worksheet sheet, String name, int count) {
        sheet.value(0, 0, "이름");
        sheet.value(0, 1, "이메일");
        for (int i = 1; i <= count; i++) {
            sheet.value(i, 0, "사람 " + i);
            sheet.value(i, 1, name + i + "@hanbit-hotel.example");
        }
    }
}
