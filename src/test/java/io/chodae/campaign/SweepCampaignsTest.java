package io.chodae.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.mail.SweepMails;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SweepCampaignsTest extends SentCampaigns {

    @Autowired
    private SweepCampaigns sweep;

    @Autowired
    private SweepMails sweepMails;

    @Autowired
    private MeterRegistry meters;

    @Test
    void the_sweep_gives_a_lost_timer_back() {
        long id = send(3);
        jdbc.sql("delete from scheduled_tasks where task_instance like :id")
                .param("id", customer.value() + ":%")
                .update();
        double before = repaired("timer");
        sweep.sweep();
        timers.runDue();
        assertThat(campaign(id).state()).isEqualTo(CampaignState.WRITTEN);
        assertThat(repaired("timer")).isEqualTo(before + 1);
    }

    @Test
    void the_sweep_makes_up_for_a_mail_that_is_missing() {
        long id = send(300);
        timers.runDue();
        List<Long> lost = invited(id).subList(0, 2);
        jdbc.sql("delete from mail where customer_id = :customer and subject_id = any(:ids)")
                .param("customer", customer.value())
                .param("ids", lost.toArray(Long[]::new))
                .update();
        double before = repaired("mail");
        sweep.sweep();
        sweep.sweep();
        sweepMails.sweep();
        assertThat(counts(id).queued()).isEqualTo(300);
        assertThat(repaired("mail")).isEqualTo(before + 2);
    }

    private double repaired(String what) {
        return meters.counter("chodae.sweep.repaired", "what", what).count();
    }
}
