package io.chodae.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.campaign.Publishers.Publisher;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

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

    @Autowired
    private ChooseAgain chooseAgain;

    @Autowired
    private JdbcClient jdbc;

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
    void a_bounced_person_who_is_tried_again_keeps_the_seat_of_the_pending_invitation() {
        Publisher trial = publishers.trial("새벽카페");
        publishers.invite(trial, "p0@x.example");
        bounced(trial, "p0@x.example");
        bounced(trial, "p1@x.example");
        Draft draft = forms.openWith(
                trial,
                IntStream.range(0, 10).mapToObj(i -> "p" + i + "@x.example").toArray(String[]::new));
        chooseAgain.forRow(trial.customer(), draft.id(), row(draft, "p0@x.example"), true, trial.actor());
        assertThat(seats(trial, draft)).isEqualTo(new SeatCount(10, 1, 8));
        // whose invitation is over, or was never written, needs a new one
        RowsChange change =
                chooseAgain.forRow(trial.customer(), draft.id(), row(draft, "p1@x.example"), true, trial.actor());
        assertThat(seats(trial, draft)).isEqualTo(new SeatCount(10, 1, 9));

        Draft seen = forms.preview(((RowsChange.Done) change).draft());
        SendDraftTest.started(sendDraft.send(trial.customer(), seen.id(), seen.version(), trial.actor()));
    }

    private SeatCount seats(Publisher trial, Draft draft) {
        return check.check(trial.customer(), draft.id()).orElseThrow().seats().orElseThrow();
    }

    private int row(Draft draft, String email) {
        return forms.rows(draft, RowFilter.ALL).stream()
                .filter(row -> row.email().equals(email))
                .findFirst()
                .orElseThrow()
                .rowNo();
    }

    private void bounced(Publisher publisher, String email) {
        jdbc.sql("""
                        insert into suppression (customer_id, email_key, email, reason, at)
                        values (:customer, :email, :email, 'BOUNCED', now())""")
                .param("customer", publisher.customer().value())
                .param("email", email)
                .update();
    }

    @Test
    void the_full_edition_counts_none() {
        Publisher hotel = publishers.full("한빛호텔");
        Draft draft = forms.openWith(hotel, "a@hanbit-hotel.example");

        assertThat(check.check(hotel.customer(), draft.id()).orElseThrow().seats())
                .isEmpty();
    }
}
