package io.chodae.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.bizkit.Heard;
import io.chodae.bizkit.Kits;
import io.chodae.bizkit.Kits.Publisher;
import io.chodae.invitation.InvitationId;
import io.chodae.invitation.InvitationState;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;

/** What makes a job of it, and what does not. */
@CampaignTest
@Import({Kits.class, Heard.class})
class StartInvitationJobTest extends InvitationJobWork {

    @Test
    void onePressIsOneJob() {
        InvitationId open = kits.invite(publisher);
        UUID press = UUID.randomUUID();
        StartJobResult first = begin(press, JobAct.RESEND, null, all());
        timers.runDue();
        assertThat(begin(press, JobAct.RESEND, null, all())).isEqualTo(first);
        timers.runDue();
        assertThat(kits.now(open).linkNumber()).isEqualTo(2);
    }

    @Test
    void nobodyIsNoJob() {
        assertThat(begin(UUID.randomUUID(), JobAct.CANCEL, null, all())).isEqualTo(new StartJobResult.Nobody());
        assertThat(begin(UUID.randomUUID(), JobAct.CANCEL, null, new JobPeople.Chosen(List.of(1L))))
                .isEqualTo(new StartJobResult.Nobody());
        assertThat(kits.trail(publisher.customer(), "invitation_job", 0)).isEmpty();
        assertThat(jobs.running(publisher.customer())).isEmpty();
    }

    @Test
    void anotherPublisherReachesNobody() {
        InvitationId open = kits.invite(publisher);
        Publisher stranger = kits.full();
        kits.invite(stranger);
        long theirs = kits.group(publisher, "그룹", publisher.play());

        assertThat(start.start(
                        stranger.customer(), UUID.randomUUID(), JobAct.CANCEL, null, chosen(open), stranger.actor()))
                .isEqualTo(new StartJobResult.Nobody());
        assertThat(start.start(stranger.customer(), UUID.randomUUID(), JobAct.MOVE, theirs, all(), stranger.actor()))
                .isEqualTo(new StartJobResult.NoSuchGroup());
        StartJobResult mine =
                start.start(stranger.customer(), UUID.randomUUID(), JobAct.CANCEL, null, all(), stranger.actor());
        timers.runDue();
        assertThat(kits.now(open).state()).isEqualTo(InvitationState.INVITED);
        assertThat(jobs.find(publisher.customer(), ((StartJobResult.Started) mine).jobId()))
                .isEmpty();
    }
}
