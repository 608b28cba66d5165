package io.chodae.campaign;

import static io.chodae.campaign.Forms.content;
import static io.chodae.campaign.Forms.intoNewGroup;
import static io.chodae.campaign.Forms.person;
import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.bizkit.UserGroup;
import io.chodae.bizkit.UserGroups;
import io.chodae.campaign.Publishers.Publisher;
import io.chodae.shared.Language;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@CampaignTest
class SendDraftTest {

    @Autowired
    private Publishers publishers;

    @Autowired
    private Forms forms;

    @Autowired
    private Drafts drafts;

    @Autowired
    private SendDraft sendDraft;

    @Autowired
    private Campaigns campaigns;

    @Autowired
    private ChooseAgain chooseAgain;

    @Autowired
    private UserGroups groups;

    @Autowired
    private JdbcClient jdbc;

    private Publisher hotel;

    @BeforeEach
    void found() {
        hotel = publishers.full("한빛호텔");
    }

    @Test
    void a_previewed_draft_becomes_a_campaign_at_once() {
        Draft draft = forms.preview(forms.openWith(hotel, "a@hanbit-hotel.example", "b@hanbit-hotel.example"));

        long id = started(send(draft));

        Campaign campaign = campaigns.find(hotel.customer(), id).orElseThrow();
        assertThat(campaign.total()).isEqualTo(2);
        assertThat(campaign.written()).isZero();
        assertThat(campaign.state()).isEqualTo(CampaignState.WRITING);
        assertThat(campaign.createdBy()).isEqualTo(hotel.actor().label());
        assertThat(drafts.find(hotel.customer(), draft.id())).isEmpty();
        assertThat(drafts.listOpen(hotel.customer())).isEmpty();
        assertThat(drafts.findSent(hotel.customer(), draft.id())).isPresent();
        assertThat(audited("campaign.started")).isEqualTo(1);
    }

    @Test
    void what_was_sent_does_not_change_any_more() {
        Draft draft = forms.preview(forms.openWith(hotel, "a@hanbit-hotel.example"));
        long id = started(send(draft));

        assertThat(drafts.save(hotel.customer(), draft.id(), draft.version(), intoNewGroup(hotel, "x"), hotel.actor()))
                .isEqualTo(new SaveResult.AlreadySent(id));
        assertThat(drafts.replaceTyped(
                        hotel.customer(), draft.id(), draft.version(), List.of(person("b@x.example")), hotel.actor()))
                .isEqualTo(new SaveResult.AlreadySent(id));
        assertThat(drafts.delete(hotel.customer(), draft.id(), draft.version(), hotel.actor()))
                .isFalse();
    }

    @Test
    void a_second_press_finds_the_campaign_of_the_first() {
        Draft draft = forms.preview(forms.openWith(hotel, "a@hanbit-hotel.example"));
        long id = started(send(draft));

        assertThat(send(draft)).isEqualTo(new SendDraftResult.AlreadySent(id));
        assertThat(offers()).isEqualTo(1);
    }

    @Test
    void two_presses_at_the_same_moment_make_one_campaign() throws Exception {
        for (int round = 0; round < 10; round++) {
            Publisher publisher = publishers.full("한빛호텔");
            Draft draft = forms.preview(forms.openWith(publisher, "a@hanbit-hotel.example"));
            List<SendDraftResult> results = together(
                    () -> sendDraft.send(publisher.customer(), draft.id(), draft.version(), publisher.actor()));

            long id = results.stream()
                    .filter(SendDraftResult.Started.class::isInstance)
                    .map(result -> started(result))
                    .findFirst()
                    .orElseThrow();
            assertThat(results)
                    .containsExactlyInAnyOrder(new SendDraftResult.Started(id), new SendDraftResult.AlreadySent(id));
        }
    }

    @Test
    void the_new_group_is_made_with_its_plays() {
        Draft draft = forms.preview(typed(intoNewGroup(hotel, "객실팀")));

        started(send(draft));

        UserGroup group = groups.search(hotel.customer(), "객실팀").getFirst();
        assertThat(groups.playsOf(hotel.customer(), group.id()))
                .extracting("id")
                .containsExactly(hotel.play());
    }

    @Test
    void the_name_of_a_group_that_exists_is_refused_and_nothing_happens() {
        started(send(forms.preview(typed(intoNewGroup(hotel, "객실팀")))));

        SendDraftResult second = send(forms.preview(typed(intoNewGroup(hotel, "객실팀"))));

        assertThat(second)
                .isEqualTo(
                        new SendDraftResult.NotReady(List.of(new DraftFault("newGroupName", "TAKEN", List.of("객실팀")))));
        assertThat(offers()).isEqualTo(1);
    }

    @Test
    void only_the_very_version_that_was_looked_at_is_sent() {
        Draft unseen = forms.openWith(hotel, "a@hanbit-hotel.example");
        assertThat(send(unseen)).isEqualTo(new SendDraftResult.NotPreviewed());

        Draft seen = forms.preview(unseen);
        assertThat(sendDraft.send(hotel.customer(), seen.id(), seen.version() - 1, hotel.actor()))
                .isEqualTo(new SendDraftResult.NotPreviewed());

        drafts.save(hotel.customer(), seen.id(), seen.version(), typedInviter("프런트"), hotel.actor());
        assertThat(send(seen)).isEqualTo(new SendDraftResult.NotPreviewed());
        assertThat(offers()).isZero();
    }

    @Test
    void an_incomplete_form_is_refused_field_by_field() {
        Draft draft = drafts.open(hotel.customer(), Language.KO, hotel.actor());

        assertThat(send(draft))
                .isInstanceOfSatisfying(
                        SendDraftResult.NotReady.class,
                        notReady -> assertThat(
                                        notReady.faults().stream().map(fault -> fault.field() + " " + fault.code()))
                                .containsExactly(
                                        "inviterName MISSING",
                                        "contactEmail MISSING",
                                        "contactPhone MISSING",
                                        "playIds MISSING",
                                        "roster MISSING"));
    }

    @Test
    void a_list_of_faulty_rows_only_is_refused() {
        Draft draft = forms.openWith(hotel, "nobody", "nowhere");

        assertThat(send(draft))
                .isEqualTo(new SendDraftResult.NotReady(List.of(new DraftFault("roster", "NONE_READY", List.of("2")))));
    }

    @Test
    void nobody_is_invited_to_a_service_without_its_information() {
        Publisher bare = publishers.withoutService("새벽카페");
        Draft draft = forms.preview(forms.openWith(bare, "a@hanbit-hotel.example"));

        assertThat(sendDraft.send(bare.customer(), draft.id(), draft.version(), bare.actor()))
                .isInstanceOfSatisfying(
                        SendDraftResult.ServiceIncomplete.class,
                        incomplete -> assertThat(incomplete.missing()).isNotEmpty());
    }

    @Test
    void a_trial_has_ten_seats_and_says_how_many_are_wanted() {
        Publisher trial = publishers.trial("새벽카페");
        publishers.invite(trial, "old1@hanbit-hotel.example");
        publishers.enrol(trial, "old2@hanbit-hotel.example");
        Draft draft = forms.preview(forms.openWith(trial, emails(9)));

        assertThat(sendDraft.send(trial.customer(), draft.id(), draft.version(), trial.actor()))
                .isEqualTo(new SendDraftResult.NoSeat(10, 2, 9));
    }

    @Test
    void who_is_invited_already_keeps_the_seat() {
        Publisher trial = publishers.trial("새벽카페");
        String[] all = emails(10);
        publishers.invite(trial, all[0]);
        Draft open = forms.openWith(trial, all);
        chooseAgain.forAll(trial.customer(), open.id(), true, trial.actor());
        Draft draft = forms.preview(drafts.find(trial.customer(), open.id()).orElseThrow());

        assertThat(draft.roster().ready()).isEqualTo(10);
        assertThat(sendDraft.send(trial.customer(), draft.id(), draft.version(), trial.actor()))
                .isInstanceOf(SendDraftResult.Started.class);
    }

    @Test
    void people_whose_invitations_are_still_being_written_hold_seats() {
        Publisher trial = publishers.trial("새벽카페");
        Draft first = forms.preview(forms.openWith(trial, "a@x.example", "b@x.example", "c@x.example"));
        sendDraft.send(trial.customer(), first.id(), first.version(), trial.actor());
        Draft second = forms.preview(forms.openWith(trial, emails(8)));

        assertThat(sendDraft.send(trial.customer(), second.id(), second.version(), trial.actor()))
                .isEqualTo(new SendDraftResult.NoSeat(10, 3, 8));
    }

    @Test
    void two_drafts_pressed_at_the_same_moment_do_not_share_seats() throws Exception {
        Publisher trial = publishers.trial("새벽카페");
        Draft one = forms.preview(forms.openWith(trial, "a@x.example", "b@x.example", "c@x.example", "d@x.example"));
        Draft other = forms.preview(forms.openWith(trial, emails(7)));

        List<SendDraftResult> results = together(
                () -> sendDraft.send(trial.customer(), one.id(), one.version(), trial.actor()),
                () -> sendDraft.send(trial.customer(), other.id(), other.version(), trial.actor()));

        assertThat(results).hasAtLeastOneElementOfType(SendDraftResult.Started.class);
        assertThat(results).hasAtLeastOneElementOfType(SendDraftResult.NoSeat.class);
    }

    private SendDraftResult send(Draft draft) {
        return sendDraft.send(draft.customer(), draft.id(), draft.version(), hotel.actor());
    }

    private Draft typed(DraftContent content) {
        Draft draft = drafts.open(hotel.customer(), content, hotel.actor());
        return Forms.saved(drafts.replaceTyped(
                hotel.customer(),
                draft.id(),
                draft.version(),
                List.of(person("a@hanbit-hotel.example")),
                hotel.actor()));
    }

    private DraftContent typedInviter(String inviter) {
        DraftContent content = content(hotel);
        return new DraftContent(
                inviter,
                content.contactEmail(),
                content.contactPhone(),
                content.reason(),
                content.target(),
                null,
                "",
                "",
                content.playIds(),
                content.language());
    }

    private int offers() {
        return jdbc.sql("select count(*) from offer where customer_id = :customer")
                .param("customer", hotel.customer().value())
                .query(Integer.class)
                .single();
    }

    private int audited(String action) {
        return jdbc.sql("select count(*) from audit_event where customer_id = :customer and action = :action")
                .param("customer", hotel.customer().value())
                .param("action", action)
                .query(Integer.class)
                .single();
    }

    static long started(SendDraftResult result) {
        return ((SendDraftResult.Started) result).campaignId();
    }

    private static String[] emails(int people) {
        String[] emails = new String[people];
        for (int i = 0; i < people; i++) {
            emails[i] = "p" + i + "@hanbit-hotel.example";
        }
        return emails;
    }

    private static List<SendDraftResult> together(Callable<SendDraftResult> press) throws Exception {
        return together(press, press);
    }

    private static List<SendDraftResult> together(Callable<SendDraftResult> one, Callable<SendDraftResult> other)
            throws Exception {
        CyclicBarrier barrier = new CyclicBarrier(2);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<SendDraftResult> first = threads.submit(() -> {
                barrier.await();
                return one.call();
            });
            Future<SendDraftResult> second = threads.submit(() -> {
                barrier.await();
                return other.call();
            });
            return List.of(first.get(), second.get());
        }
    }
}
