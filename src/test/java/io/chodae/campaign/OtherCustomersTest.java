package io.chodae.campaign;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.campaign.Publishers.Publisher;
import io.chodae.roster.TableWriter;
import io.chodae.shared.CustomerId;
import io.chodae.shared.Language;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** Every call of the room, with the ids of another publisher. */
@CampaignTest
class OtherCustomersTest {

    @Autowired
    private Publishers publishers;

    @Autowired
    private Forms forms;

    @Autowired
    private Drafts drafts;

    @Autowired
    private CheckDraft check;

    @Autowired
    private ImportRoster importRoster;

    @Autowired
    private RemoveRoster removeRoster;

    @Autowired
    private PreviewDraft preview;

    @Autowired
    private SendDraft sendDraft;

    @Autowired
    private Campaigns campaigns;

    @Autowired
    private CampaignWriter writer;

    @Autowired
    private CorrectRow correctRow;

    @Autowired
    private LeaveOutRows leaveOutRows;

    @Autowired
    private ChooseAgain chooseAgain;

    @Autowired
    private FindSentBefore sentBefore;

    @Autowired
    private ExportFaultyRows export;

    @TempDir
    private Path directory;

    private Publisher owner;
    private Publisher stranger;
    private CustomerId other;
    private Draft draft;

    @BeforeEach
    void found() {
        owner = publishers.full("한빛호텔");
        stranger = publishers.full("새벽카페");
        other = stranger.customer();
        draft = forms.preview(forms.openWith(owner, "a@hanbit-hotel.example"));
    }

    @Test
    void see_no_draft() {
        assertThat(drafts.find(other, draft.id())).isEmpty();
        assertThat(drafts.findSent(other, draft.id())).isEmpty();
        assertThat(drafts.listOpen(other)).isEmpty();
        assertThat(drafts.rows(other, draft.id(), RowFilter.ALL, Optional.empty(), 10)
                        .items())
                .isEmpty();
        assertThat(check.check(other, draft.id())).isEmpty();
        assertThat(preview.subject(other, draft.id(), OptionalInt.empty())).isEmpty();
    }

    @Test
    void change_no_draft() {
        assertThat(drafts.save(other, draft.id(), draft.version(), Forms.intoNewGroup(stranger, "x"), stranger.actor()))
                .isEqualTo(new SaveResult.Gone());
        assertThat(drafts.replaceTyped(other, draft.id(), draft.version(), List.of(), stranger.actor()))
                .isEqualTo(new SaveResult.Gone());
        assertThat(importRoster.importFile(other, draft.id(), "x.csv", Forms.csv(directory, 1), stranger.actor()))
                .isEqualTo(new ImportResult.Gone());
        assertThat(removeRoster.remove(other, draft.id(), stranger.actor())).isEqualTo(new RemoveRosterResult.Gone());
        assertThat(preview.markSeen(other, draft.id(), draft.version())).isEmpty();
        assertThat(drafts.delete(other, draft.id(), draft.version(), stranger.actor()))
                .isFalse();
        assertThat(sendDraft.send(other, draft.id(), draft.version(), stranger.actor()))
                .isEqualTo(new SendDraftResult.Gone());
        assertThat(drafts.find(owner.customer(), draft.id())).contains(draft);
    }

    @Test
    void touch_no_row() throws IOException {
        Draft list = forms.openWithFile(owner, Path.of("src/test/resources/rosters/roster-mixed.xlsx"));
        DraftRow row = forms.rows(list, RowFilter.FAULTY).getFirst();
        long id = list.id();

        assertThat(drafts.rows(other, id, RowFilter.ALL, "", Optional.empty(), 10)
                        .items())
                .isEmpty();
        assertThat(correctRow.correct(
                        other, id, row.rowNo(), row.mark(), Forms.person("x@x.example"), stranger.actor()))
                .isEqualTo(new CorrectRowResult.Gone());
        assertThat(leaveOutRows.leaveOut(other, id, row.rowNo(), stranger.actor()))
                .isEqualTo(new RowsChange.Gone());
        assertThat(leaveOutRows.putBack(other, id, row.rowNo(), stranger.actor()))
                .isEqualTo(new RowsChange.Gone());
        assertThat(leaveOutRows.leaveOutFaulty(other, id, stranger.actor())).isEqualTo(new RowsChange.Gone());
        assertThat(leaveOutRows.putBackAll(other, id, stranger.actor())).isEqualTo(new RowsChange.Gone());
        assertThat(chooseAgain.forAll(other, id, true, stranger.actor())).isEqualTo(new RowsChange.Gone());
        assertThat(chooseAgain.forRow(other, id, row.rowNo(), true, stranger.actor()))
                .isEqualTo(new RowsChange.Gone());
        assertThat(sentBefore.find(other, id)).isEmpty();
        assertThat(sendDraft.sendConfirmed(other, id, list.version(), stranger.actor()))
                .isEqualTo(new SendDraftResult.Gone());
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (TableWriter table = TableWriter.csv(file)) {
            export.write(other, id, Language.EN, table);
        }
        assertThat(file.toString(UTF_8).lines()).hasSize(1);
        assertThat(drafts.find(owner.customer(), id)).contains(list);
    }

    @Test
    void see_and_move_no_campaign() {
        long id = forms.start(owner, draft);

        assertThat(campaigns.find(other, id)).isEmpty();
        assertThat(campaigns.progress(other, id)).isEmpty();
        assertThat(campaigns.list(other, Optional.empty(), 10).items()).isEmpty();
        assertThat(drafts.findSent(other, draft.id())).isEmpty();
        assertThat(sendDraft.send(other, draft.id(), draft.version(), stranger.actor()))
                .isEqualTo(new SendDraftResult.Gone());
        writer.write(other, id, () -> false);
        assertThat(campaigns.progress(owner.customer(), id).orElseThrow().written())
                .isZero();
    }

    @Test
    void lend_no_play_and_no_group() {
        DraftContent foreignPlay = Forms.content(owner);
        Draft mine = drafts.open(other, foreignPlay, stranger.actor());
        Draft grouped = drafts.open(
                other,
                new DraftContent(
                        "새벽카페",
                        "a@b.example",
                        "0212345678",
                        "",
                        TargetChoice.EXISTING,
                        publishers.group(owner, "객실팀"),
                        "",
                        "",
                        List.of(),
                        foreignPlay.language()),
                stranger.actor());

        assertThat(check.check(other, mine.id()).orElseThrow().faults())
                .contains(new DraftFault("playIds", "GONE", List.of()));
        assertThat(check.check(other, grouped.id()).orElseThrow().faults())
                .contains(new DraftFault("groupId", "GONE", List.of()));
    }
}
