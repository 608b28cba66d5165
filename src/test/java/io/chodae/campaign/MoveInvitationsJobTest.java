package io.chodae.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.bizkit.Heard;
import io.chodae.bizkit.Kits;
import io.chodae.bizkit.MyServices;
import io.chodae.bizkit.Offers;
import io.chodae.directory.Account;
import io.chodae.invitation.BulkOutcome;
import io.chodae.invitation.Invitation;
import io.chodae.invitation.InvitationId;
import io.chodae.invitation.InvitationState;
import io.chodae.invitation.Invitations;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Many invitations are moved to another group. */
@CampaignTest
@Import({Kits.class, Heard.class})
class MoveInvitationsJobTest extends InvitationJobWork {

    @Autowired
    private Invitations invitations;

    @Autowired
    private Offers offers;

    @Autowired
    private MyServices services;

    @Test
    void aMovedInvitationKeepsItsLinkAndItsSendingAndLeadsToTheNewGroup() {
        long oldPlay = kits.play(publisher, "옛 Play");
        long newPlay = kits.play(publisher, "새 Play");
        long offer = kits.offerInto(publisher, kits.group(publisher, "옛 그룹", oldPlay));
        long target = kits.group(publisher, "새 그룹", newPlay);
        InvitationId open = kits.invite(publisher, offer, Kits.address());
        InvitationId there = kits.invite(publisher, kits.offerInto(publisher, target), Kits.address());
        InvitationId canceled = kits.invite(publisher, offer, Kits.address());
        cancel.cancel(canceled, publisher.actor());
        Invitation before = kits.now(open);

        InvitationJob job = run(JobAct.MOVE, target, all());

        assertThat(job.results()).isEqualTo(Map.of(BulkOutcome.DONE, 1, BulkOutcome.SAME, 1, BulkOutcome.ENDED, 1));
        Invitation after = kits.now(open);
        assertThat(after.sendingId()).isEqualTo(offer);
        assertThat(after.linkNumber()).isEqualTo(before.linkNumber());
        assertThat(after.expiresAt()).isEqualTo(before.expiresAt());
        assertThat(offers.find(publisher.customer(), after.offerId())
                        .orElseThrow()
                        .groupName())
                .isEqualTo("새 그룹");
        assertThat(invitations.countsOf(publisher.customer(), offer)).containsEntry(InvitationState.INVITED, 1);
        assertThat(mails(open)).hasSize(1);

        Account person = kits.enrol(open);
        assertThat(services.of(person.id()).getFirst().plays())
                .extracting(play -> play.name())
                .containsExactly("새 Play");
        assertThat(kits.now(there).offerId()).isEqualTo(kits.now(there).sendingId());
    }

    @Test
    void movingBackLeadsToTheFirstOfferAndMovingTwiceMakesOneOffer() {
        long first = kits.group(publisher, "가", publisher.play());
        long second = kits.group(publisher, "나", publisher.play());
        long offer = kits.offerInto(publisher, first);
        InvitationId one = kits.invite(publisher, offer, Kits.address());
        InvitationId other = kits.invite(publisher, offer, Kits.address());
        run(JobAct.MOVE, second, chosen(one));
        run(JobAct.MOVE, second, chosen(other));
        assertThat(kits.now(one).offerId()).isEqualTo(kits.now(other).offerId()).isNotEqualTo(offer);
        run(JobAct.MOVE, first, all());
        assertThat(kits.now(one).offerId()).isEqualTo(offer);
    }

    @Test
    void whereTheGroupGoesAwayNobodyIsMoved() {
        long target = kits.group(publisher, "사라질 그룹", publisher.play());
        InvitationId open = kits.invite(publisher);
        long job = started(JobAct.MOVE, target, all());
        deleteGroup.delete(publisher.customer(), target, publisher.actor());
        timers.runDue();
        assertThat(find(job).results()).isEqualTo(Map.of(BulkOutcome.OFFER_GONE, 1));
        assertThat(kits.now(open).offerId()).isEqualTo(kits.now(open).sendingId());
        assertThat(begin(UUID.randomUUID(), JobAct.MOVE, target, all())).isEqualTo(new StartJobResult.NoSuchGroup());
    }
}
