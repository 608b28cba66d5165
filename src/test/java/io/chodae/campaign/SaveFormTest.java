package io.chodae.campaign;

import static io.chodae.campaign.Forms.content;
import static io.chodae.campaign.Forms.person;
import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.campaign.FormEdit.Choice;
import io.chodae.campaign.Publishers.Publisher;
import io.chodae.testing.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Two operators with the same draft open, each in a page of his own. */
@CampaignTest
class SaveFormTest {

    private static final String A = "a@hanbit-hotel.example";
    private static final String B = "b@hanbit-hotel.example";

    @Autowired
    private Publishers publishers;

    @Autowired
    private Forms forms;

    @Autowired
    private Drafts drafts;

    @Autowired
    private SaveForm saveForm;

    @Autowired
    private DraftPresence presence;

    @Autowired
    private TestClock clock;

    private Publisher hotel;
    private Publisher colleague;
    private Draft draft;

    @BeforeEach
    void open() {
        hotel = publishers.full("한빛호텔");
        colleague = publishers.colleague(hotel);
        draft = forms.open(hotel);
    }

    @Test
    void changes_of_different_fields_are_put_together() {
        Page mine = new Page(hotel, "mine");
        Page theirs = new Page(colleague, "theirs");
        theirs.save(text("contactPhone", "02-999-9999"));

        SaveResult result = mine.save(text("inviterName", "프런트"));

        assertThat(result).isInstanceOf(SaveResult.Saved.class);
        assertThat(stored().contactPhone()).isEqualTo("02-999-9999");
        assertThat(stored().inviterName()).isEqualTo("프런트");
    }

    @Test
    void what_both_changed_is_asked_and_the_rest_is_saved() {
        Page mine = new Page(hotel, "mine");
        new Page(colleague, "theirs").save(text("inviterName", "총지배인"));

        SaveResult result = mine.save(text("inviterName", "프런트").andThen(text("contactPhone", "02-1"))::apply);

        assertThat(result).isInstanceOfSatisfying(SaveResult.Conflict.class, conflict -> {
            assertThat(conflict.fields()).containsExactly(DraftField.INVITER);
            assertThat(conflict.by()).isEqualTo(colleague.actor().label());
            assertThat(conflict.mine().inviterName()).isEqualTo("프런트");
            assertThat(conflict.current().content().inviterName()).isEqualTo("총지배인");
        });
        assertThat(stored().inviterName()).isEqualTo("총지배인");
        assertThat(stored().contactPhone()).isEqualTo("02-1");
    }

    @Test
    void an_open_question_is_no_answer_and_an_answer_is_kept() {
        Page asked = asked();

        assertThat(asked.choose(DraftField.INVITER, Choice.UNDECIDED)).isInstanceOf(SaveResult.Conflict.class);
        assertThat(stored().inviterName()).isEqualTo("총지배인");
        assertThat(asked.choose(DraftField.INVITER, Choice.MINE)).isInstanceOf(SaveResult.Saved.class);
        assertThat(stored().inviterName()).isEqualTo("프런트");
    }

    @Test
    void theirs_can_be_chosen() {
        Page asked = asked();

        assertThat(asked.choose(DraftField.INVITER, Choice.THEIRS)).isInstanceOf(SaveResult.Saved.class);
        assertThat(stored().inviterName()).isEqualTo("총지배인");
    }

    @Test
    void a_third_change_while_choosing_is_asked_about_again() {
        Page asked = asked();
        new Page(colleague, "theirs").save(text("inviterName", "부지배인"));

        assertThat(asked.choose(DraftField.INVITER, Choice.MINE)).isInstanceOf(SaveResult.Conflict.class);
        assertThat(stored().inviterName()).isEqualTo("부지배인");
    }

    @Test
    void a_page_is_not_in_conflict_with_its_own_earlier_keystrokes() {
        Page mine = new Page(hotel, "mine");
        mine.save(text("inviterName", "프"));

        assertThat(mine.save(text("inviterName", "프런트"))).isInstanceOf(SaveResult.Saved.class);
        assertThat(stored().inviterName()).isEqualTo("프런트");
    }

    @Test
    void another_page_of_the_same_operator_is_somebody_else() {
        new Page(hotel, "first").save(text("inviterName", "프"));

        assertThat(new Page(
                                hotel,
                                "second",
                                content(hotel),
                                text("inviterName", "런").apply(content(hotel)))
                        .save())
                .isInstanceOf(SaveResult.Conflict.class);
    }

    @Test
    void rows_that_i_have_not_touched_are_theirs() {
        Page mine = new Page(hotel, "mine");
        new Page(colleague, "theirs").type(A);

        SaveResult result = mine.save(text("inviterName", "프런트"));

        assertThat(result)
                .isInstanceOfSatisfying(
                        SaveResult.Saved.class,
                        saved -> assertThat(saved.othersRows()).isTrue());
        assertThat(emails()).containsExactly(A);
    }

    @Test
    void rows_that_both_typed_can_all_be_kept() {
        Page mine = new Page(hotel, "mine");
        new Page(colleague, "theirs").type(A);

        assertThat(mine.type(B))
                .isInstanceOfSatisfying(
                        SaveResult.Conflict.class,
                        conflict -> assertThat(conflict.fields()).containsExactly(DraftField.PEOPLE));
        assertThat(emails()).containsExactly(A);

        Page asked = new Page(hotel, "asked");
        assertThat(asked.choosePeople(Choice.BOTH, B)).isInstanceOf(SaveResult.Saved.class);
        assertThat(emails()).containsExactly(A, B);
    }

    @Test
    void each_sees_that_the_other_is_there_for_a_while() {
        new Page(colleague, "theirs").save(text("inviterName", "총지배인"));
        presence.seen(hotel.customer(), draft.id(), hotel.actor());
        clock.advance(Duration.ofSeconds(90));

        assertThat(presence.others(hotel.customer(), draft.id(), hotel.actor()))
                .containsExactly(new DraftPresence.Colleague(colleague.actor().label(), 1L));
        assertThat(presence.others(hotel.customer(), draft.id(), colleague.actor()))
                .containsExactly(new DraftPresence.Colleague(hotel.actor().label(), null));
        clock.advance(Duration.ofMinutes(5));
        assertThat(presence.others(hotel.customer(), draft.id(), hotel.actor())).isEmpty();
    }

    @Test
    void another_publisher_changes_and_sees_nothing() {
        Publisher stranger = publishers.full("새벽카페");
        presence.seen(hotel.customer(), draft.id(), hotel.actor());
        FormEdit edit = new FormEdit(
                content(hotel), text("inviterName", "x").apply(content(hotel)), "", List.of(), Map.of(), "");

        assertThat(saveForm.save(stranger.customer(), draft.id(), edit, stranger.actor()))
                .isEqualTo(new SaveResult.Gone());
        presence.seen(stranger.customer(), draft.id(), stranger.actor());
        assertThat(presence.others(stranger.customer(), draft.id(), stranger.actor()))
                .isEmpty();
        assertThat(presence.others(hotel.customer(), draft.id(), hotel.actor())).isEmpty();
        assertThat(stored()).isEqualTo(content(hotel));
    }

    /** A page of one who wrote another inviter than a colleague did meanwhile, and is to choose. */
    private Page asked() {
        Page mine = new Page(hotel, "mine");
        new Page(colleague, "theirs").save(text("inviterName", "총지배인"));
        UnaryOperator<DraftContent> change = text("inviterName", "프런트");
        DraftContent current =
                ((SaveResult.Conflict) mine.save(change)).current().content();
        return new Page(hotel, "asked", current, change.apply(current));
    }

    private DraftContent stored() {
        return drafts.find(hotel.customer(), draft.id()).orElseThrow().content();
    }

    private List<String> emails() {
        return forms.rows(draft, RowFilter.TYPED).stream().map(DraftRow::email).toList();
    }

    private static UnaryOperator<DraftContent> text(String field, String value) {
        return content -> new DraftContent(
                field.equals("inviterName") ? value : content.inviterName(),
                content.contactEmail(),
                field.equals("contactPhone") ? value : content.contactPhone(),
                content.reason(),
                content.target(),
                content.groupId(),
                content.newGroupName(),
                content.newGroupExtraInfo(),
                content.playIds(),
                content.language());
    }

    /** One open page: it knows what it was loaded with. */
    private final class Page {

        private final Publisher operator;
        private final String name;
        private final DraftContent base;
        private final DraftContent mine;
        private final String typedBase;

        Page(Publisher operator, String name) {
            this(operator, name, stored(), stored());
        }

        Page(Publisher operator, String name, DraftContent base, DraftContent mine) {
            this.operator = operator;
            this.name = name;
            this.base = base;
            this.mine = mine;
            this.typedBase = TypedBase.of(forms.rows(draft, RowFilter.TYPED));
        }

        SaveResult save(UnaryOperator<DraftContent> change) {
            return send(change.apply(mine), rows(), Map.of());
        }

        SaveResult save() {
            return send(mine, rows(), Map.of());
        }

        SaveResult choose(DraftField field, Choice choice) {
            return send(mine, rows(), Map.of(field, choice));
        }

        SaveResult choosePeople(Choice choice, String email) {
            return send(mine, List.of(person(email)), Map.of(DraftField.PEOPLE, choice));
        }

        SaveResult type(String email) {
            return send(mine, List.of(person(email)), Map.of());
        }

        private List<TypedRow> rows() {
            return List.of();
        }

        private SaveResult send(DraftContent content, List<TypedRow> rows, Map<DraftField, Choice> choices) {
            return saveForm.save(
                    operator.customer(),
                    draft.id(),
                    new FormEdit(base, content, typedBase, rows, choices, name),
                    operator.actor());
        }
    }
}
