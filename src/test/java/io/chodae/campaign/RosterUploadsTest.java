package io.chodae.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.campaign.Publishers.Publisher;
import io.chodae.campaign.RosterUpload.State;
import io.chodae.roster.RosterColumn;
import io.chodae.roster.RosterMapping;
import io.chodae.shared.CustomerId;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RosterUploadsTest extends UploadsOfDraft {

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
        uploads.discard(hotel.customer(), draft.id(), failed.id(), hotel.actor());
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
    void the_file_goes_when_it_is_removed_replaced_or_the_draft_is_deleted() {
        upload(Forms.csv(directory, 3));
        timers.runDue();
        upload(Forms.csv(directory, 2));
        timers.runDue();
        assertThat(kept()).isEqualTo(1);

        removeRoster.remove(hotel.customer(), draft.id(), hotel.actor());
        assertThat(kept()).isZero();

        upload(Forms.csv(directory, 3));
        drafts.delete(
                hotel.customer(),
                draft.id(),
                drafts.find(hotel.customer(), draft.id()).orElseThrow().version(),
                hotel.actor());
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
            uploads.discard(other, draftId, mine.id(), cafe.actor());
        }
        assertThat(uploads.upload(other, draft.id(), "x.csv", Forms.csv(directory, 1), cafe.actor()))
                .isEqualTo(new UploadResult.Gone());
        assertThat(read.read(other, mine.id(), () -> false)).isTrue();
        assertThat(latest()).isEqualTo(mine);
    }
}
