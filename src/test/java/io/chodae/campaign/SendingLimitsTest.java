package io.chodae.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.audit.Actor;
import io.chodae.campaign.Publishers.Publisher;
import io.chodae.invitation.InvitationId;
import io.chodae.invitation.Limited;
import io.chodae.invitation.Limited.Reason;
import io.chodae.invitation.ResendInvitation;
import io.chodae.invitation.ResendResult;
import io.chodae.roster.TableWriter;
import io.chodae.shared.Language;
import io.chodae.testing.TestClock;
import io.chodae.testing.TestTimers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Other people's mailboxes are kept from too much, whichever button is pressed, and nothing is lost by it. */
@CampaignTest
@TestPropertySource(
        properties = {
            "chodae.mail.delivery=false",
            "chodae.limits.recipient-per-day=2",
            "chodae.limits.recipient-per-day-overall=3",
            "chodae.limits.presses-per-minute=4",
            "chodae.limits.presses-per-hour=6",
            "chodae.limits.people-per-day=5"
        })
class SendingLimitsTest {

    private static final Duration DAY = Duration.ofDays(1);
    private static int number;

    @Autowired
    private Publishers publishers;

    @Autowired
    private Forms forms;

    @Autowired
    private Drafts drafts;

    @Autowired
    private SendDraft sendDraft;

    @Autowired
    private ScheduleDraft scheduleDraft;

    @Autowired
    private ScheduleStore schedules;

    @Autowired
    private Campaigns campaigns;

    @Autowired
    private ResendInvitation resend;

    @Autowired
    private StartInvitationJob startJob;

    @Autowired
    private ExportReport export;

    @Autowired
    private TestTimers timers;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    private Publisher hotel;
    private String guest;

    @BeforeEach
    void found() {
        hotel = publishers.full("한빛호텔");
        guest = "guest" + ++number + "@limits.example";
    }

    @Test
    void whoHadEnoughOfACustomerIsHeldBackAndTheOthersAreInvited() throws IOException {
        publishers.invite(hotel, guest);
        publishers.invite(hotel, guest);
        letLapse();
        long id = started(hotel, guest, "other" + guest);
        timers.runDue();

        Campaign campaign = campaigns.find(hotel.customer(), id).orElseThrow();
        assertThat(campaign.state()).isEqualTo(CampaignState.WRITTEN);
        assertThat(campaign.written()).isEqualTo(1);
        assertThat(campaign.skipped()).isEqualTo(1);
        assertThat(campaigns.heldBack(hotel.customer(), id))
                .hasValue(new HeldBack(1, clock.instant().plus(DAY)));
        assertThat(invitations(hotel, "other" + guest)).isEqualTo(1);
        assertThat(invitations(hotel, guest)).isEqualTo(2);
        ByteArrayOutputStream report = new ByteArrayOutputStream();
        try (TableWriter table = TableWriter.csv(report)) {
            export.write(hotel.customer(), id, Language.EN, table);
        }
        assertThat(report.toString(StandardCharsets.UTF_8)).contains("Held back: this address had enough");
    }

    @Test
    void aDayLaterTheAddressMayBeInvitedAgain() {
        publishers.invite(hotel, guest);
        clock.advance(Duration.ofHours(1));
        publishers.invite(hotel, guest);
        letLapse();
        clock.advance(Duration.ofHours(23));
        long id = started(hotel, guest);
        timers.runDue();
        assertThat(campaigns.find(hotel.customer(), id).orElseThrow().written()).isEqualTo(1);
    }

    @Test
    void whoHadEnoughOfAllCustomersIsHeldBackToo() {
        for (int i = 0; i < 3; i++) {
            publishers.invite(publishers.full("호텔 " + i), guest);
        }
        long id = started(hotel, guest.replace("guest", "GUEST"));
        timers.runDue();
        assertThat(campaigns.heldBack(hotel.customer(), id)).isPresent();
        assertThat(invitations(hotel, guest)).isZero();
    }

    @Test
    void whatIsCountedNamesNobody() {
        publishers.invite(hotel, guest);
        assertThat(jdbc.sql("select t::text from recipient_count t where customer_id = :customer")
                        .param("customer", hotel.customer().value())
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                .doesNotContain("limits.example");
    }

    @Test
    void sendingAgainCountsForTheAddressAndChangesNothingWhereItIsRefused() {
        publishers.invite(hotel, guest);
        Instant first = clock.instant();
        InvitationId id = invitation(hotel, guest);
        clock.advance(Duration.ofMinutes(10));
        assertThat(resend(id)).isInstanceOf(ResendResult.Sent.class);
        String before = row(id);

        clock.advance(Duration.ofMinutes(10));
        assertThat(resend(id)).isEqualTo(new ResendResult.TooMany(new Limited(Reason.RECIPIENT, 2, first.plus(DAY))));
        assertThat(row(id)).isEqualTo(before);

        clock.set(first.plus(DAY));
        assertThat(resend(id)).isInstanceOf(ResendResult.Sent.class);
    }

    @Test
    void anOperatorPressesSoOftenAMinuteAndSoOftenAnHour() {
        InvitationId nobody = new InvitationId(hotel.customer(), 999_999_999);
        Instant start = clock.instant();
        IntStream.range(0, 4).forEach(i -> assertThat(resend(nobody)).isInstanceOf(ResendResult.Gone.class));
        Limited minute = new Limited(Reason.PRESSES_A_MINUTE, 4, start.plusSeconds(60));
        assertThat(resend(nobody)).isEqualTo(new ResendResult.TooMany(minute));
        // the form counts with it, and stays as it is
        Draft draft = ready(hotel, guest);
        assertThat(send(hotel, draft)).isEqualTo(new SendDraftResult.TooMany(minute));
        assertThat(drafts.find(hotel.customer(), draft.id())).isPresent();
        // a colleague is not held back by it
        assertThat(resend.resend(nobody, DAY, publishers.colleague(hotel).actor()))
                .isInstanceOf(ResendResult.Gone.class);

        clock.advance(Duration.ofSeconds(60));
        assertThat(send(hotel, draft))
                .isEqualTo(new SendDraftResult.TooMany(
                        new Limited(Reason.PRESSES_AN_HOUR, 6, start.plus(Duration.ofHours(1)))));
        clock.advance(Duration.ofMinutes(59));
        assertThat(send(hotel, draft)).isInstanceOf(SendDraftResult.Started.class);
    }

    @Test
    void sendingToManyAgainIsAPressToo() {
        publishers.invite(hotel, guest);
        InvitationId id = invitation(hotel, guest);
        Instant start = clock.instant();
        UUID press = UUID.randomUUID();
        StartJobResult begun = job(JobAct.RESEND, id, press);
        assertThat(begun).isInstanceOf(StartJobResult.Started.class);
        IntStream.range(0, 3)
                .forEach(i -> assertThat(job(JobAct.RESEND, id, UUID.randomUUID()))
                        .isInstanceOf(StartJobResult.Started.class));
        int jobs = jobs();
        assertThat(job(JobAct.RESEND, id, UUID.randomUUID()))
                .isEqualTo(new StartJobResult.TooMany(new Limited(Reason.PRESSES_A_MINUTE, 4, start.plusSeconds(60))));
        assertThat(jobs()).isEqualTo(jobs);
        assertThat(job(JobAct.RESEND, id, press)).as("the same press once more").isEqualTo(begun);
        assertThat(job(JobAct.CANCEL, id, UUID.randomUUID()))
                .as("sends nothing")
                .isInstanceOf(StartJobResult.Started.class);
    }

    @Test
    void theServerItselfIsNotCounted() {
        InvitationId nobody = new InvitationId(hotel.customer(), 999_999_999);
        IntStream.range(0, 10)
                .forEach(i ->
                        assertThat(resend.resend(nobody, DAY, Actor.system())).isInstanceOf(ResendResult.Gone.class));
    }

    @Test
    void soManyPeopleADayAndTheDraftStays() {
        started(hotel, "a" + guest, "b" + guest, "c" + guest);
        Instant first = clock.instant();
        timers.runDue();
        clock.advance(Duration.ofHours(2));
        Draft more = ready(hotel, "d" + guest, "e" + guest, "f" + guest);
        assertThat(send(hotel, more)).isEqualTo(new SendDraftResult.TooManyPeople(5, 3, 3, first.plus(DAY)));
        assertThat(drafts.find(hotel.customer(), more.id())).isPresent();

        started(hotel, "d" + guest, "e" + guest);
        clock.set(first.plus(DAY));
        assertThat(send(hotel, more)).isInstanceOf(SendDraftResult.Started.class);
    }

    @Test
    void aListThatIsTooLongForAnyDayIsSaidToBe() {
        Draft tooLong =
                ready(hotel, IntStream.range(0, 6).mapToObj(i -> i + guest).toArray(String[]::new));
        assertThat(send(hotel, tooLong)).isEqualTo(new SendDraftResult.TooManyPeople(5, 0, 6, null));
    }

    @Test
    void aSendingWhoseTimeHasComeIsHeldToTheDayToo() {
        Draft waits = ready(hotel, "a" + guest, "b" + guest, "c" + guest);
        Instant at = clock.instant().plus(Duration.ofHours(1));
        assertThat(scheduleDraft.schedule(hotel.customer(), waits.id(), waits.version(), at, false, hotel.actor()))
                .isInstanceOf(ScheduleResult.Scheduled.class);
        started(hotel, "d" + guest, "e" + guest, "f" + guest);
        clock.set(at);
        timers.runDue();
        assertThat(schedules.unsent(hotel.customer()))
                .singleElement()
                .satisfies(unsent -> assertThat(unsent.why()).isEqualTo("TOO_MANY_PEOPLE"));
        assertThat(drafts.find(hotel.customer(), waits.id())).isPresent();
    }

    private StartJobResult job(JobAct act, InvitationId id, UUID press) {
        return startJob.start(
                hotel.customer(), press, act, null, new JobPeople.Chosen(List.of(id.value())), hotel.actor());
    }

    private int jobs() {
        return jdbc.sql("select count(*) from invitation_job where customer_id = :customer")
                .param("customer", hotel.customer().value())
                .query(Integer.class)
                .single();
    }

    private ResendResult resend(InvitationId id) {
        return resend.resend(id, Duration.ofDays(3), hotel.actor());
    }

    private Draft ready(Publisher publisher, String... emails) {
        return forms.preview(forms.openWith(publisher, emails));
    }

    private SendDraftResult send(Publisher publisher, Draft draft) {
        return sendDraft.sendConfirmed(publisher.customer(), draft.id(), draft.version(), publisher.actor());
    }

    private long started(Publisher publisher, String... emails) {
        return ((SendDraftResult.Started) send(publisher, ready(publisher, emails))).campaignId();
    }

    /** Whoever has a pending invitation would be left out of a list anyway. */
    private void letLapse() {
        jdbc.sql("""
                        update invitation set state = 'EXPIRED', ended_at = sent_at
                        where customer_id = :customer and state = 'INVITED'""").param("customer", hotel.customer().value()).update();
    }

    private int invitations(Publisher publisher, String email) {
        return jdbc.sql("select count(*) from invitation where customer_id = :customer and email_key = :key")
                .param("customer", publisher.customer().value())
                .param("key", email)
                .query(Integer.class)
                .single();
    }

    private InvitationId invitation(Publisher publisher, String email) {
        return new InvitationId(
                publisher.customer(),
                jdbc.sql("select max(invitation_id) from invitation where customer_id = :customer and email_key = :key")
                        .param("customer", publisher.customer().value())
                        .param("key", email)
                        .query(Long.class)
                        .single());
    }

    private String row(InvitationId id) {
        return Objects.requireNonNull(
                jdbc.sql("select t::text from invitation t where customer_id = :customer and invitation_id = :id")
                        .param("customer", id.customer().value())
                        .param("id", id.value())
                        .query(String.class)
                        .single());
    }
}
