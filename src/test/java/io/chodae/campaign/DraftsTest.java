package io.chodae.campaign;

import static io.chodae.campaign.Forms.content;
import static io.chodae.campaign.Forms.person;
import static io.chodae.campaign.Forms.saved;
import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.campaign.Publishers.Publisher;
import io.chodae.shared.Language;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@CampaignTest
class DraftsTest {

    @Autowired
    private Publishers publishers;

    @Autowired
    private Forms forms;

    @Autowired
    private Drafts drafts;

    private Publisher hotel;

    @BeforeEach
    void found() {
        hotel = publishers.full("한빛호텔");
    }

    @Test
    void keeps_what_was_typed_for_any_operator_to_go_on_with() {
        Draft draft = drafts.open(hotel.customer(), Language.KO, hotel.actor());

        Draft later = saved(save(draft, draft.version(), content(hotel)));

        assertThat(later.version()).isEqualTo(draft.version() + 1);
        assertThat(drafts.find(hotel.customer(), draft.id())).contains(later);
        assertThat(drafts.listOpen(hotel.customer())).containsExactly(later);
        assertThat(later.content()).isEqualTo(content(hotel));
    }

    @Test
    void the_same_content_again_is_no_new_version() {
        Draft draft = forms.open(hotel);

        assertThat(saved(save(draft, draft.version(), content(hotel))).version())
                .isEqualTo(draft.version());
    }

    @Test
    void blank_ends_and_invisible_characters_are_no_change() {
        Draft draft = forms.open(hotel);
        DraftContent spaced = withInviter(content(hotel), " 한빛호텔\u200B  총무팀\t");

        assertThat(saved(save(draft, draft.version(), spaced)).version()).isEqualTo(draft.version());
    }

    @Test
    void the_later_of_two_operators_is_told_and_nothing_is_lost() {
        Draft draft = forms.open(hotel);
        DraftContent mine = withInviter(content(hotel), "프런트");
        DraftContent theirs = withInviter(content(hotel), "총지배인");
        Publisher colleague = publishers.colleague(hotel);
        drafts.save(hotel.customer(), draft.id(), draft.version(), theirs, colleague.actor());

        SaveResult result = save(draft, draft.version(), mine);

        assertThat(result).isInstanceOfSatisfying(SaveResult.Conflict.class, conflict -> {
            assertThat(conflict.by()).isEqualTo(colleague.actor().label());
            assertThat(conflict.current().content()).isEqualTo(theirs);
        });
        assertThat(drafts.find(hotel.customer(), draft.id()).orElseThrow().content())
                .isEqualTo(theirs);
        Draft current = ((SaveResult.Conflict) result).current();
        assertThat(saved(save(draft, current.version(), mine)).content()).isEqualTo(mine);
    }

    @Test
    void two_operators_on_different_parts_do_not_disturb_each_other() {
        Draft draft = forms.open(hotel);
        type(draft, draft.version(), person("a@hanbit-hotel.example"));

        Draft both = saved(save(draft, draft.version(), withInviter(content(hotel), "프런트")));

        assertThat(both.roster().ready()).isEqualTo(1);
        assertThat(both.version()).isEqualTo(draft.version() + 2);
    }

    @Test
    void typed_rows_of_another_operator_are_not_overwritten_unseen() {
        Draft draft = forms.open(hotel);
        type(draft, draft.version(), person("a@hanbit-hotel.example"));

        SaveResult result = type(draft, draft.version(), person("b@hanbit-hotel.example"));

        assertThat(result).isInstanceOf(SaveResult.Conflict.class);
        assertThat(forms.rows(draft, RowFilter.TYPED))
                .extracting(DraftRow::email)
                .containsExactly("a@hanbit-hotel.example");
    }

    @Test
    void the_same_rows_again_are_no_new_version_and_blank_ones_are_dropped() {
        Draft draft = forms.open(hotel);
        TypedRow blank = new TypedRow(" ", "", "\u3000", "", null);
        Draft once = saved(type(draft, draft.version(), blank, person("a@hanbit-hotel.example")));

        Draft again = saved(type(draft, once.version(), person("a@hanbit-hotel.example"), blank));

        assertThat(again).isEqualTo(once);
        assertThat(forms.rows(draft, RowFilter.TYPED))
                .extracting(DraftRow::shownRow)
                .containsExactly(1);
    }

    @Test
    void a_typed_row_is_checked_like_one_of_a_file() {
        Draft draft = forms.open(hotel);

        Draft typed = saved(type(
                draft,
                draft.version(),
                new TypedRow("", "not an address", "12345678901234567", "x".repeat(101), null)));

        assertThat(typed.roster().faulty()).isEqualTo(1);
        assertThat(forms.rows(typed, RowFilter.FAULTY).getFirst().faults())
                .extracting(RowNote::code)
                .containsExactlyInAnyOrder("NAME_MISSING", "EMAIL_INVALID", "PHONE_INVALID", "NOTE_TOO_LONG");
    }

    @Test
    void more_rows_than_anybody_types_belong_into_a_file() {
        Draft draft = forms.open(hotel);
        TypedRow[] rows = IntStream.rangeClosed(1, 1_001)
                .mapToObj(i -> person("p" + i + "@hanbit-hotel.example"))
                .toArray(TypedRow[]::new);

        assertThat(type(draft, draft.version(), rows)).isEqualTo(new SaveResult.TooManyTyped(1_000, 1_001));
        assertThat(forms.rows(draft, RowFilter.ALL)).isEmpty();
    }

    @Test
    void rows_are_walked_slice_by_slice() {
        Draft draft =
                forms.openWith(hotel, "a@hanbit-hotel.example", "b@hanbit-hotel.example", "c@hanbit-hotel.example");

        var first = drafts.rows(hotel.customer(), draft.id(), RowFilter.ALL, Optional.empty(), 2);
        var second = drafts.rows(hotel.customer(), draft.id(), RowFilter.ALL, first.next(), 2);

        assertThat(first.items()).hasSize(2);
        assertThat(second.items()).extracting(DraftRow::email).containsExactly("c@hanbit-hotel.example");
        assertThat(second.next()).isEmpty();
        assertThat(drafts.rows(hotel.customer(), draft.id(), RowFilter.ALL, Optional.of("' or 1=1"), 1)
                        .items())
                .isEqualTo(first.items().subList(0, 1));
    }

    @Test
    void is_deleted_by_hand_with_its_rows() {
        Draft draft = forms.openWith(hotel, "a@hanbit-hotel.example");

        assertThat(drafts.delete(hotel.customer(), draft.id(), draft.version(), hotel.actor()))
                .isTrue();
        assertThat(drafts.delete(hotel.customer(), draft.id(), draft.version(), hotel.actor()))
                .isFalse();
        assertThat(drafts.find(hotel.customer(), draft.id())).isEmpty();
        assertThat(forms.rows(draft, RowFilter.ALL)).isEmpty();
        assertThat(save(draft, draft.version(), content(hotel))).isEqualTo(new SaveResult.Gone());
    }

    private SaveResult save(Draft draft, int version, DraftContent content) {
        return drafts.save(hotel.customer(), draft.id(), version, content, hotel.actor());
    }

    private SaveResult type(Draft draft, int version, TypedRow... rows) {
        return drafts.replaceTyped(hotel.customer(), draft.id(), version, List.of(rows), hotel.actor());
    }

    private static DraftContent withInviter(DraftContent content, String inviter) {
        return new DraftContent(
                inviter,
                content.contactEmail(),
                content.contactPhone(),
                content.reason(),
                content.target(),
                content.groupId(),
                content.newGroupName(),
                content.newGroupExtraInfo(),
                content.playIds(),
                content.language());
    }
}
