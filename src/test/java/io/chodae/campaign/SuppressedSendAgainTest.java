package io.chodae.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.bizkit.Kits;
import io.chodae.bizkit.Kits.Publisher;
import io.chodae.invitation.AcceptResult;
import io.chodae.invitation.BulkOutcome;
import io.chodae.invitation.Hindrance;
import io.chodae.invitation.InvitationId;
import io.chodae.invitation.ResendInvitation;
import io.chodae.invitation.ResendResult;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who is not written to is not sent a new link, and keeps the one that they have. */
@CampaignTest
@Import(Kits.class)
class SuppressedSendAgainTest {

    @Autowired
    private Kits kits;

    @Autowired
    private ResendInvitation resend;

    @Autowired
    private StartInvitationJob start;

    @Autowired
    private WorkInvitationJob work;

    @Autowired
    private InvitationJobs jobs;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private Publisher publisher;

    @BeforeEach
    void found() {
        publisher = kits.full();
    }

    @Test
    void amongManyTheyArePassedOverAndTheirLinkStaysAlive() {
        InvitationId quiet = kits.invite(publisher);
        InvitationId other = kits.invite(publisher);
        suppress(quiet);

        long job = ((StartJobResult.Started) start.start(
                        publisher.customer(),
                        UUID.randomUUID(),
                        JobAct.RESEND,
                        null,
                        new JobPeople.Chosen(List.of(quiet.value(), other.value())),
                        publisher.actor()))
                .jobId();
        work.work(publisher.customer(), job, () -> false);

        assertThat(jobs.find(publisher.customer(), job).orElseThrow().results())
                .isEqualTo(Map.of(BulkOutcome.DONE, 1, BulkOutcome.SUPPRESSED, 1));
        assertThat(kits.now(quiet).linkNumber()).isEqualTo(1);
        assertThat(kits.now(other).linkNumber()).isEqualTo(2);
        assertThat(kits.accept(quiet, kits.person())).isInstanceOf(AcceptResult.Accepted.class);
    }

    @Test
    void alsoOneAtATime() {
        InvitationId quiet = kits.invite(publisher);
        suppress(quiet);

        assertThat(resend.resend(quiet, Duration.ofDays(3), publisher.actor()))
                .isEqualTo(new ResendResult.Hindered(Hindrance.SUPPRESSED));
        assertThat(kits.now(quiet).linkNumber()).isEqualTo(1);
    }

    private void suppress(InvitationId id) {
        jdbc.sql("""
                        insert into suppression (customer_id, email_key, email, reason, at)
                        select customer_id, email_key, email, 'OPTED_OUT', :now from invitation
                        where customer_id = :customer and invitation_id = :id""")
                .param("customer", id.customer().value())
                .param("id", id.value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}
