package io.chodae.campaign;

import static io.chodae.campaign.Forms.content;
import static io.chodae.campaign.Forms.person;
import static io.chodae.campaign.Forms.saved;
import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.campaign.Publishers.Publisher;
import io.chodae.shared.Language;
import io.chodae.testing.TestClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

@CampaignTest
class PreviewDraftTest {

    @Autowired
    private Publishers publishers;

    @Autowired
    private Forms forms;

    @Autowired
    private Drafts drafts;

    @Autowired
    private ImportRoster importRoster;

    @Autowired
    private PreviewDraft preview;

    @Autowired
    private CheckDraft check;

    @Autowired
    private TestClock clock;

    @TempDir
    private Path directory;

    private Publisher hotel;

    @BeforeEach
    void found() {
        hotel = publishers.full("한빛호텔");
    }

    @Test
    void shows_the_mail_of_any_person_who_would_get_one() {
        Draft draft = forms.openWith(hotel, "a@hanbit-hotel.example", "b@hanbit-hotel.example");

        PreviewSubject first = subject(draft, OptionalInt.empty());
        int second = forms.rows(draft, RowFilter.READY).getLast().rowNo();

        assertThat(first.invitee().email().value()).isEqualTo("a@hanbit-hotel.example");
        assertThat(first.invitee().language()).isEqualTo(Language.KO);
        assertThat(first.offer().inviterName()).isEqualTo("한빛호텔 총무팀");
        assertThat(first.offer().plays()).extracting("id").containsExactly(hotel.play());
        assertThat(first.expiresAt()).isEqualTo(clock.instant().plus(Duration.ofDays(3)));
        assertThat(subject(draft, OptionalInt.of(second)).invitee().email().value())
                .isEqualTo("b@hanbit-hotel.example");
    }

    @Test
    void the_group_that_will_be_made_is_shown_by_its_name() {
        Draft draft = drafts.open(hotel.customer(), Forms.intoNewGroup(hotel, "객실팀"), hotel.actor());
        saved(drafts.replaceTyped(
                hotel.customer(),
                draft.id(),
                draft.version(),
                List.of(person("a@hanbit-hotel.example")),
                hotel.actor()));

        assertThat(subject(draft, OptionalInt.empty()).offer().groupName()).isEqualTo("객실팀");
    }

    @Test
    void there_is_nothing_to_show_for_a_faulty_row_or_an_empty_list() {
        Draft empty = forms.open(hotel);
        Draft faulty = forms.openWith(hotel, "not an address");
        int row = forms.rows(faulty, RowFilter.ALL).getFirst().rowNo();

        assertThat(preview.subject(hotel.customer(), empty.id(), OptionalInt.empty()))
                .isEmpty();
        assertThat(preview.subject(hotel.customer(), faulty.id(), OptionalInt.of(row)))
                .isEmpty();
        assertThat(preview.subject(hotel.customer(), faulty.id(), OptionalInt.of(4711)))
                .isEmpty();
    }

    @Test
    void a_change_of_what_the_mail_shows_asks_for_another_look() {
        Draft draft = forms.openWith(hotel, "a@hanbit-hotel.example");
        forms.preview(draft);
        publishers.play(hotel, "다른 Play");
        assertThat(maySend(draft)).as("another Play is not in this mail").isTrue();

        publishers.describe(hotel, "새 이름");

        assertThat(maySend(draft)).isFalse();
        forms.preview(draft);
        assertThat(maySend(draft)).isTrue();
    }

    @Test
    void a_look_at_the_current_content_opens_the_way_to_sending() {
        Draft draft = forms.openWith(hotel, "a@hanbit-hotel.example");
        assertThat(maySend(draft)).isFalse();

        Draft seen = forms.preview(draft);

        assertThat(seen.previewed()).isTrue();
        assertThat(seen.version()).isEqualTo(draft.version());
        assertThat(maySend(draft)).isTrue();
    }

    @Test
    void every_later_edit_closes_it_again() {
        Draft seen = forms.preview(forms.openWith(hotel, "a@hanbit-hotel.example"));

        DraftContent edited = Forms.intoNewGroup(hotel, "다른 그룹");
        Draft content = saved(drafts.save(hotel.customer(), seen.id(), seen.version(), edited, hotel.actor()));
        assertThat(content.previewed()).isFalse();

        Draft rows = saved(drafts.replaceTyped(
                hotel.customer(),
                seen.id(),
                forms.preview(content).version(),
                List.of(person("b@hanbit-hotel.example")),
                hotel.actor()));
        assertThat(rows.previewed()).isFalse();

        forms.preview(rows);
        importRoster.importFile(hotel.customer(), seen.id(), "a.csv", Forms.csv(directory, 2), hotel.actor());
        assertThat(maySend(seen)).isFalse();
    }

    @Test
    void saving_the_same_again_leaves_it_open() {
        Draft seen = forms.preview(forms.openWith(hotel, "a@hanbit-hotel.example"));

        drafts.save(hotel.customer(), seen.id(), seen.version(), content(hotel), hotel.actor());

        assertThat(maySend(seen)).isTrue();
    }

    @Test
    void a_look_at_an_older_version_vouches_for_nothing() {
        Draft draft = forms.openWith(hotel, "a@hanbit-hotel.example");

        Draft seen = preview.markSeen(hotel.customer(), draft.id(), draft.version() - 1)
                .orElseThrow();

        assertThat(seen.previewed()).isFalse();
    }

    @Test
    void who_enrolled_since_the_upload_is_found_when_the_mail_is_looked_at() {
        Draft draft = forms.openWithFile(hotel, Forms.csv(directory, 3));
        publishers.enrol(hotel, "person2@hanbit-hotel.example");
        clock.advance(Duration.ofHours(1));

        Draft seen = forms.preview(draft);

        assertThat(seen.roster().ready()).isEqualTo(2);
        assertThat(seen.roster().skipped()).isEqualTo(1);
        assertThat(seen.previewed()).isTrue();
    }

    private PreviewSubject subject(Draft draft, OptionalInt row) {
        return preview.subject(hotel.customer(), draft.id(), row).orElseThrow();
    }

    private boolean maySend(Draft draft) {
        return check.check(hotel.customer(), draft.id()).orElseThrow().maySend();
    }
}
