package io.chodae.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.campaign.Publishers.Publisher;
import io.chodae.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** None of the first invitations is written yet, so that nobody is known as invited. */
@CampaignTest
class SentBeforeTest {

    @Autowired
    private Publishers publishers;

    @Autowired
    private Forms forms;

    @Autowired
    private Drafts drafts;

    @Autowired
    private SendDraft sendDraft;

    @Autowired
    private FindSentBefore sentBefore;

    @Autowired
    private TestClock clock;

    private Publisher hotel;
    private long first;
    private Instant at;

    @BeforeEach
    void sendToTwenty() {
        hotel = publishers.full("한빛호텔");
        at = clock.instant();
        first = SendDraftTest.started(send(people(0, 20)));
        clock.advance(Duration.ofHours(2));
    }

    @Test
    void the_same_again_is_asked_about_and_sent_only_when_confirmed() {
        Draft again = people(0, 20);

        assertThat(send(again)).isEqualTo(new SendDraftResult.SentBefore(first, at, 20));
        assertThat(sentBefore.find(hotel.customer(), again.id()))
                .contains(new SendDraftResult.SentBefore(first, at, 20));
        assertThat(drafts.find(hotel.customer(), again.id())).isPresent();

        assertThat(sendDraft.sendConfirmed(hotel.customer(), again.id(), again.version(), hotel.actor()))
                .isInstanceOf(SendDraftResult.Started.class);
    }

    @Test
    void a_part_of_the_list_is_the_same_again() {
        assertThat(send(people(0, 5))).isEqualTo(new SendDraftResult.SentBefore(first, at, 5));
    }

    @Test
    void nine_in_ten_are_the_same_again_and_fewer_are_not() {
        assertThat(send(people(2, 22))).isEqualTo(new SendDraftResult.SentBefore(first, at, 18));
        assertThat(send(people(3, 23))).isInstanceOf(SendDraftResult.Started.class);
    }

    @Test
    void other_texts_are_something_else() {
        Draft open = people(0, 20);
        DraftContent content = Forms.content(hotel);
        Draft other = Forms.saved(drafts.save(
                hotel.customer(),
                open.id(),
                open.version(),
                new DraftContent(
                        content.inviterName(),
                        content.contactEmail(),
                        content.contactPhone(),
                        "지난번 링크가 틀려서 다시 보내요.",
                        content.target(),
                        null,
                        "",
                        "",
                        content.playIds(),
                        content.language()),
                hotel.actor()));

        assertThat(send(forms.preview(other))).isInstanceOf(SendDraftResult.Started.class);
    }

    @Test
    void a_day_later_nobody_is_asked() {
        clock.advance(Duration.ofHours(22));

        assertThat(send(people(0, 20))).isInstanceOf(SendDraftResult.Started.class);
    }

    @Test
    void another_publisher_s_sending_is_none_of_ours() {
        Publisher cafe = publishers.full("새벽카페");
        Draft theirs = forms.preview(forms.openWith(cafe, "p0@x.example", "p1@x.example"));

        assertThat(sendDraft.send(cafe.customer(), theirs.id(), theirs.version(), cafe.actor()))
                .isInstanceOf(SendDraftResult.Started.class);
    }

    private Draft people(int from, int to) {
        List<String> emails = new ArrayList<>();
        for (int i = from; i < to; i++) {
            emails.add("p" + i + "@x.example");
        }
        return forms.preview(forms.openWith(hotel, emails.toArray(String[]::new)));
    }

    private SendDraftResult send(Draft draft) {
        return sendDraft.send(draft.customer(), draft.id(), draft.version(), hotel.actor());
    }
}
