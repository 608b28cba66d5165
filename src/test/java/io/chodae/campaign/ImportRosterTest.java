package io.chodae.campaign;

import static io.chodae.campaign.Forms.saved;
import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.campaign.Publishers.Publisher;
import io.chodae.roster.RosterProblem;
import io.chodae.shared.Language;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

@CampaignTest
class ImportRosterTest {

    private static final Path ROSTERS = Path.of("src/test/resources/rosters");

    @Autowired
    private Publishers publishers;

    @Autowired
    private Forms forms;

    @Autowired
    private Drafts drafts;

    @Autowired
    private ImportRoster importRoster;

    @Autowired
    private RemoveRoster removeRoster;

    @Autowired
    private DraftTexts texts;

    @TempDir
    private Path directory;

    private Publisher hotel;

    @BeforeEach
    void found() {
        hotel = publishers.full("한빛호텔");
    }

    @Test
    void a_spreadsheet_of_twelve_people_is_twelve_ready_rows() {
        Draft draft = forms.openWithFile(hotel, ROSTERS.resolve("roster-12.xlsx"));

        assertThat(draft.roster().fileName()).isEqualTo("roster-12.xlsx");
        assertThat(draft.roster().total()).isEqualTo(12);
        assertThat(draft.roster().ready()).isEqualTo(12);
        DraftRow first = forms.rows(draft, RowFilter.READY).getFirst();
        assertThat(first.shownRow()).isEqualTo(2);
        assertThat(first.name()).isEqualTo("맹동주");
        assertThat(first.email()).isEqualTo("siwoo.song1@hanbit-hotel.example");
        assertThat(first.phone()).isEqualTo("01027278836");
        assertThat(first.extraInfo()).isEqualTo("객실팀 101");
    }

    @Test
    void every_fault_and_warning_of_a_messy_list_is_kept_with_its_row() throws IOException {
        Draft draft = forms.openWithFile(hotel, ROSTERS.resolve("roster-mixed.xlsx"));

        Map<Integer, String> found = new TreeMap<>();
        for (DraftRow row : forms.rows(draft, RowFilter.ALL)) {
            found.put(row.shownRow(), codes(row.faults()) + "," + codes(row.warnings()));
        }
        assertThat(found).isEqualTo(expected());
        assertThat(draft.roster().faulty())
                .isEqualTo(forms.rows(draft, RowFilter.FAULTY).size());
        assertThat(draft.roster().ready())
                .isEqualTo(forms.rows(draft, RowFilter.READY).size());
        assertThat(draft.roster().total())
                .isEqualTo(draft.roster().ready() + draft.roster().faulty());
        assertThat(draft.roster().otherSheets()).hasSize(1);
    }

    @Test
    void every_note_has_a_sentence_in_both_languages() {
        Draft draft = forms.openWithFile(hotel, ROSTERS.resolve("roster-mixed.xlsx"));

        List<RowNote> notes = forms.rows(draft, RowFilter.FAULTY).stream()
                .flatMap(row -> row.faults().stream())
                .toList();
        assertThat(notes).isNotEmpty().allSatisfy(note -> {
            assertThat(texts.note(note, Language.EN)).endsWith(".").doesNotContain("{");
            assertThat(texts.note(note, Language.KO)).endsWith(".").doesNotContain("{");
        });
    }

    @Test
    void a_second_file_takes_the_place_of_the_first_and_typed_rows_stay() {
        Draft draft = forms.openWith(hotel, "typed@hanbit-hotel.example");
        upload(draft, Forms.csv(directory, 3));

        ImportResult result = upload(draft, Forms.csv(directory, 2));

        Draft now = ((ImportResult.Imported) result).draft();
        assertThat(now.roster().total()).isEqualTo(3);
        assertThat(now.version()).isEqualTo(draft.version() + 2);
        assertThat(forms.rows(now, RowFilter.ALL))
                .extracting(DraftRow::email)
                .containsExactly(
                        "typed@hanbit-hotel.example", "person1@hanbit-hotel.example", "person2@hanbit-hotel.example");
    }

    @Test
    void a_file_can_be_taken_out_again() {
        Draft draft = forms.openWithFile(hotel, Forms.csv(directory, 3));

        RemoveRosterResult result = removeRoster.remove(hotel.customer(), draft.id(), hotel.actor());

        Draft now = ((RemoveRosterResult.Removed) result).draft();
        assertThat(now.roster()).isEqualTo(new RosterSummary(null, null, List.of(), 0, 0, 0, 0, 0, 0, 0, 0, false, 0));
        assertThat(now.version()).isEqualTo(draft.version() + 1);
    }

    @Test
    void an_unreadable_file_leaves_the_draft_as_it_was() throws IOException {
        Draft draft = forms.openWithFile(hotel, Forms.csv(directory, 3));
        Path noAddresses = Files.writeString(directory.resolve("no-addresses.csv"), "이름,연락처\n맹동주,010-1234-5678\n");

        ImportResult result = upload(draft, noAddresses);

        assertThat(result)
                .isInstanceOfSatisfying(
                        ImportResult.Unreadable.class,
                        unreadable ->
                                assertThat(unreadable.problem().problem()).isEqualTo(RosterProblem.NO_EMAIL_COLUMN));
        assertThat(drafts.find(hotel.customer(), draft.id())).contains(draft);
        assertThat(forms.rows(draft, RowFilter.FILE)).hasSize(3);
    }

    @Test
    void a_file_that_turns_out_too_long_at_its_end_leaves_the_draft_as_it_was() {
        Draft draft = forms.openWithFile(hotel, Forms.csv(directory, 3));

        ImportResult result = upload(draft, Forms.csv(directory, 100_001));

        assertThat(result).isInstanceOf(ImportResult.Unreadable.class);
        assertThat(forms.rows(draft, RowFilter.FILE)).hasSize(3);
    }

    @Test
    void the_row_of_a_file_that_was_typed_already_is_named_with_the_typed_row() {
        Draft draft = forms.openWith(hotel, "other@hanbit-hotel.example", "Person2@Hanbit-Hotel.example");

        Draft now = ((ImportResult.Imported) upload(draft, Forms.csv(directory, 3))).draft();

        assertThat(now.roster().ready()).isEqualTo(4);
        DraftRow duplicate = forms.rows(now, RowFilter.FAULTY).getFirst();
        assertThat(duplicate.email()).isEqualTo("person2@hanbit-hotel.example");
        assertThat(duplicate.faults())
                .containsExactly(new RowNote(
                        "EMAIL", "DUPLICATE_OF_TYPED", "person2@hanbit-hotel.example", Map.of("firstRow", "2")));
        assertThat(texts.note(duplicate.faults().getFirst(), Language.EN)).contains("typed row 2");
    }

    @Test
    void a_duplicate_is_none_any_more_when_the_typed_row_is_gone() {
        Draft draft = forms.openWith(hotel, "person2@hanbit-hotel.example");
        Draft both = ((ImportResult.Imported) upload(draft, Forms.csv(directory, 3))).draft();

        Draft now = saved(drafts.replaceTyped(hotel.customer(), draft.id(), both.version(), List.of(), hotel.actor()));

        assertThat(now.roster().ready()).isEqualTo(3);
        assertThat(now.roster().faulty()).isZero();
    }

    @Test
    void a_faulty_row_takes_nobody_s_place() {
        Draft draft = forms.open(hotel);
        TypedRow nameless = new TypedRow("", "person2@hanbit-hotel.example", "", "", null);
        saved(drafts.replaceTyped(hotel.customer(), draft.id(), draft.version(), List.of(nameless), hotel.actor()));

        Draft now = ((ImportResult.Imported) upload(draft, Forms.csv(directory, 3))).draft();

        assertThat(now.roster().ready()).isEqualTo(3);
        assertThat(now.roster().faulty()).isEqualTo(1);
    }

    @Test
    void people_who_are_invited_already_are_skipped_and_named() {
        publishers.invite(hotel, "person1@hanbit-hotel.example");

        Draft draft = forms.openWithFile(hotel, Forms.csv(directory, 2));

        assertThat(draft.roster().ready()).isEqualTo(1);
        assertThat(draft.roster().skipped()).isEqualTo(1);
        assertThat(draft.roster().invited()).isEqualTo(1);
        assertThat(draft.roster().warnings()).isEqualTo(1);
        DraftRow invited = forms.rows(draft, RowFilter.WARNED).getFirst();
        assertThat(invited.warnings()).extracting(RowNote::code).containsExactly("ALREADY_INVITED_SKIPPED");
        assertThat(texts.note(invited.warnings().getFirst(), Language.KO)).contains("이미 초대한");
        assertThat(invited.ready()).isFalse();
    }

    @Test
    void people_who_are_enrolled_already_are_skipped_and_named() {
        publishers.enrol(hotel, "person1@hanbit-hotel.example");

        Draft draft = forms.openWithFile(hotel, Forms.csv(directory, 2));

        assertThat(draft.roster().ready()).isEqualTo(1);
        assertThat(draft.roster().skipped()).isEqualTo(1);
        DraftRow enrolled = forms.rows(draft, RowFilter.SKIPPED).getFirst();
        assertThat(enrolled.warnings()).extracting(RowNote::code).containsExactly("ALREADY_ENROLLED");
        assertThat(enrolled.ready()).isFalse();
        assertThat(texts.note(enrolled.warnings().getFirst(), Language.KO)).contains("이미 등록된");
    }

    @Test
    void another_publisher_s_people_are_strangers() {
        Publisher cafe = publishers.full("새벽카페");
        publishers.enrol(cafe, "person1@hanbit-hotel.example");
        publishers.invite(cafe, "person2@hanbit-hotel.example");

        Draft draft = forms.openWithFile(hotel, Forms.csv(directory, 2));

        assertThat(draft.roster().warnings()).isZero();
        assertThat(draft.roster().ready()).isEqualTo(2);
    }

    private ImportResult upload(Draft draft, Path file) {
        return importRoster.importFile(
                hotel.customer(), draft.id(), file.getFileName().toString(), file, hotel.actor());
    }

    private static String codes(List<RowNote> notes) {
        return String.join("+", notes.stream().map(RowNote::code).toList());
    }

    private static Map<Integer, String> expected() throws IOException {
        Map<Integer, String> expected = new TreeMap<>();
        try (BufferedReader lines = Files.newBufferedReader(ROSTERS.resolve("roster-mixed.expected.csv"))) {
            lines.lines()
                    .skip(1)
                    .map(line -> line.split(",", 4))
                    .filter(cells -> !cells[1].equals("-"))
                    .forEach(cells -> expected.put(Integer.valueOf(cells[0]), cells[1] + "," + cells[2]));
        }
        return expected;
    }
}
