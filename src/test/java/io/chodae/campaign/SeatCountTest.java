package io.chodae.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.campaign.Publishers.Publisher;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@CampaignTest
class SeatCountTest {

    @Autowired
    private Publishers publishers;

    @Autowired
    private Forms forms;

    @Autowired
    private CheckDraft check;

    @Autowired
    private SendDraft sendDraft;

    @Test
    void a_list_beyond_the_seats_can_be_looked_at_and_not_sent() {
        Publisher trial = publishers.trial("새벽카페");
        publishers.invite(trial, "earlier@x.example");

        Draft draft = forms.preview(forms.openWith(
                trial,
                IntStream.range(0, 11).mapToObj(i -> "p" + i + "@x.example").toArray(String[]::new)));

        Readiness readiness = check.check(trial.customer(), draft.id()).orElseThrow();
        SeatCount seats = readiness.seats().orElseThrow();
        assertThat(seats).isEqualTo(new SeatCount(10, 1, 11));
        assertThat(seats.remaining()).isEqualTo(9);
        assertThat(readiness.previewed()).isTrue();
        assertThat(readiness.maySend()).isFalse();
        assertThat(sendDraft.send(trial.customer(), draft.id(), draft.version(), trial.actor()))
                .isEqualTo(new SendDraftResult.NoSeat(10, 1, 11));
    }

    @Test
    void the_full_edition_counts_none() {
        Publisher hotel = publishers.full("한빛호텔");
        Draft draft = forms.openWith(hotel, "a@hanbit-hotel.example");

        assertThat(check.check(hotel.customer(), draft.id()).orElseThrow().seats())
                .isEmpty();
    }
}
