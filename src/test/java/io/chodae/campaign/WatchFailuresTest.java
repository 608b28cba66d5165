package io.chodae.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class WatchFailuresTest extends SentCampaigns {

    @Autowired
    private ResumeCampaign resume;

    @Autowired
    private WatchFailures watch;

    @Test
    void too_many_failures_pause_a_campaign_and_say_what_the_server_said() {
        long id = send(200);
        timers.runDue();
        List<Long> people = invited(id);
        become(people.subList(0, 46), "sent", "250 ok");
        become(people.subList(46, 49), "failed", "550 5.7.1 <someone@x.example> looks like spam");
        watch.watch();
        assertThat(campaign(id).state()).isEqualTo(CampaignState.WRITTEN);

        become(people.subList(49, 50), "failed", "550 5.1.1 no such user");
        watch.watch();

        assertThat(campaign(id).state()).isEqualTo(CampaignState.PAUSED);
        assertThat(campaign(id).pause())
                .isEqualTo(new Pause(
                        Pause.Cause.FAILURES,
                        "system",
                        clock.instant(),
                        4,
                        50,
                        "550 5.7.1 <someone@x.example> looks like spam"));

        // who goes on has seen these
        resume.resume(customer, id, hotel.actor());
        timers.runDue();
        become(people.subList(50, 100), "sent", "250 ok");
        watch.watch();
        assertThat(campaign(id).state()).isEqualTo(CampaignState.WRITTEN);
        become(people.subList(100, 110), "failed", "550 5.7.1 no");
        watch.watch();
        assertThat(campaign(id).pause()).extracting(Pause::failed).isEqualTo(10);
    }

    @Test
    void at_the_threshold_itself_and_after_the_last_mail_nothing_is_paused() {
        long id = send(101);
        timers.runDue();
        List<Long> people = invited(id);
        become(people.subList(0, 95), "sent", "250 ok");
        become(people.subList(95, 100), "failed", "550 no");
        watch.watch();
        assertThat(campaign(id).state()).isEqualTo(CampaignState.WRITTEN);
        become(people.subList(100, 101), "failed", "550 no");
        watch.watch();
        assertThat(campaign(id).state()).isEqualTo(CampaignState.WRITTEN);
        assertThat(watched(id)).isFalse();
    }

    private boolean watched(long id) {
        return jdbc.sql("select watched from campaign where customer_id = :customer and campaign_id = :id")
                .param("customer", customer.value())
                .param("id", id)
                .query(Boolean.class)
                .single();
    }
}
