package io.chodae.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.campaign.Publishers.Publisher;
import io.chodae.testing.TestTimers;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

@CampaignTest
class CopyCampaignTest {

    @Autowired
    private Publishers publishers;

    @Autowired
    private Forms forms;

    @Autowired
    private Drafts drafts;

    @Autowired
    private CopyCampaign copy;

    @Autowired
    private ListDrafts list;

    @Autowired
    private PreviewPeople people;

    @Autowired
    private TestTimers timers;

    @TempDir
    private Path directory;

    private Publisher hotel;

    @BeforeEach
    void found() {
        hotel = publishers.full("한빛호텔");
    }

    @Test
    void brings_the_texts_and_no_people_unless_asked() {
        long id = send(forms.openWith(hotel, "a@hanbit-hotel.example"));

        Draft draft = copied(id, false);

        assertThat(draft.content()).isEqualTo(Forms.content(hotel));
        assertThat(draft.roster().total()).isZero();
        assertThat(draft.previewed()).isFalse();
    }

    @Test
    void brings_the_people_with_how_they_stand_now() {
        long id = send(forms.openWith(hotel, "a@hanbit-hotel.example", "b@hanbit-hotel.example"));
        timers.runDue();
        publishers.enrol(hotel, "b@hanbit-hotel.example");

        Draft draft = copied(id, true);

        assertThat(draft.roster().total()).isEqualTo(2);
        assertThat(draft.roster().skipped()).isPositive();
        assertThat(forms.rows(draft, RowFilter.WARNED))
                .extracting(row -> row.warnings().getFirst().code())
                .containsExactly("ALREADY_INVITED_SKIPPED", "ALREADY_ENROLLED");
    }

    @Test
    void another_list_takes_the_place_of_the_copied_one() {
        long id = send(forms.openWithFile(hotel, Forms.csv(directory, 3)));

        Draft draft = forms.upload(hotel, copied(id, true), Forms.csv(directory, 5));

        assertThat(draft.roster().total()).isEqualTo(5);
    }

    @Test
    void the_group_that_was_new_then_is_an_existing_one_now() {
        Draft source = drafts.open(hotel.customer(), Forms.intoNewGroup(hotel, "객실팀"), hotel.actor());
        long id = send(Forms.saved(drafts.replaceTyped(
                hotel.customer(),
                source.id(),
                source.version(),
                List.of(Forms.person("a@hanbit-hotel.example")),
                hotel.actor())));

        DraftContent content = copied(id, false).content();

        assertThat(content.target()).isEqualTo(TargetChoice.EXISTING);
        assertThat(content.groupId()).isNotNull();
    }

    @Test
    void another_publisher_copies_nothing() {
        Publisher stranger = publishers.full("새벽카페");
        long id = send(forms.openWith(hotel, "a@hanbit-hotel.example"));

        assertThat(copy.copy(stranger.customer(), id, true, stranger.actor())).isEqualTo(Optional.empty());
        assertThat(drafts.listOpen(stranger.customer())).isEmpty();
    }

    @Test
    void drafts_are_listed_with_what_they_lack() {
        Draft whole = forms.openWith(hotel, "a@hanbit-hotel.example");
        Draft empty = forms.open(hotel);

        assertThat(list.list(hotel.customer(), hotel.actor()))
                .extracting(line -> line.draft().id())
                .containsExactlyInAnyOrder(whole.id(), empty.id());
        assertThat(list.list(hotel.customer(), hotel.actor()))
                .filteredOn(line -> line.draft().id() == empty.id())
                .first()
                .satisfies(line ->
                        assertThat(line.faults()).extracting(DraftFault::field).containsExactly("roster"));
        assertThat(list.list(publishers.full("새벽카페").customer(), hotel.actor())).isEmpty();
    }

    @Test
    void people_are_found_by_row_name_and_address_and_walked() {
        Draft draft = forms.openWith(
                hotel,
                "a@hanbit-hotel.example",
                "b@hanbit-hotel.example",
                "not an address",
                "c_d@hanbit-hotel.example");

        assertThat(people.find(hotel.customer(), draft.id(), "2", 5))
                .extracting(DraftRow::email)
                .containsExactly("b@hanbit-hotel.example");
        assertThat(people.find(hotel.customer(), draft.id(), "C_D@", 5))
                .extracting(DraftRow::email)
                .containsExactly("c_d@hanbit-hotel.example");
        assertThat(people.find(hotel.customer(), draft.id(), "맹동", 5)).hasSize(3);
        assertThat(people.find(hotel.customer(), draft.id(), "not an", 5)).isEmpty();
        assertThat(people.find(hotel.customer(), draft.id(), "%", 5)).isEmpty();
        assertThat(people.find(hotel.customer(), draft.id(), " ", 5)).isEmpty();
        PreviewPeople.Place place = people.place(hotel.customer(), draft.id(), 2);
        assertThat(place.position()).isEqualTo(2);
        assertThat(place.before()).hasValue(1);
        assertThat(place.after()).hasValue(4);
        assertThat(people.find(publishers.full("새벽카페").customer(), draft.id(), "2", 5))
                .isEmpty();
    }

    private Draft copied(long campaign, boolean people) {
        return copy.copy(hotel.customer(), campaign, people, hotel.actor()).orElseThrow();
    }

    private long send(Draft draft) {
        return forms.start(hotel, forms.preview(draft));
    }
}
