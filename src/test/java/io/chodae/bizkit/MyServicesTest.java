package io.chodae.bizkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.bizkit.Kits.Publisher;
import io.chodae.directory.Account;
import io.chodae.invitation.AcceptResult;
import io.chodae.invitation.InvitationId;
import io.chodae.testing.TestClock;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@KitTest
class MyServicesTest {

    @Autowired
    private Kits kits;

    @Autowired
    private Heard heard;

    @Autowired
    private TestClock clock;

    @Autowired
    private MyServices services;

    @Autowired
    private EnrolledUsers users;

    @Autowired
    private EnablePrivatePlay enable;

    @Autowired
    private JdbcClient jdbc;

    private Publisher publisher;
    private long light;
    private Account person;
    private InvitationId invitation;

    @BeforeEach
    void enrol() {
        publisher = kits.full();
        light = kits.play(publisher, "조명");
        invitation = kits.invite(
                publisher, kits.offer(publisher, OptionalLong.empty(), publisher.play(), light), Kits.address());
        person = kits.enrol(invitation);
    }

    @Test
    void showsEachPublisherWithWhatIsUsableNow() {
        Publisher other = kits.full();
        kits.accept(kits.invite(other), person);
        enable.enable(publisher.customer(), light, false, publisher.actor());

        List<MyService> mine = services.of(person.id());

        assertThat(mine).extracting(MyService::customer).containsExactly(publisher.customer(), other.customer());
        MyService first = mine.getFirst();
        assertThat(first.publisherName()).isEqualTo("한빛호텔");
        assertThat(first.serviceName()).isEqualTo("한빛 컨시어지");
        assertThat(first.iconEtag()).isNotNull();
        assertThat(first.invitedEmail()).isEqualTo(kits.now(invitation).email().value());
        assertThat(first.since()).isEqualTo(clock.instant());
        assertThat(plays(first)).containsExactly(publisher.play());
        assertThat(services.of(kits.person().id())).isEmpty();
    }

    @Test
    void leavingAServiceWorksAtOnceAndComingBackNeedsANewInvitation() {
        MyService service = onlyService();

        assertThat(leave(service)).isTrue();
        assertThat(leave(service)).as("again").isFalse();

        assertThat(services.of(person.id())).isEmpty();
        assertThat(users.count(publisher.customer())).isZero();
        assertThat(users.find(publisher.customer(), service.userId())).isEmpty();
        assertThat(kits.trail(publisher.customer(), "user", service.userId())).containsExactly("user.withdrew");
        assertThat(heard.of(UserWithdrew.class, UserWithdrew::customer, publisher.customer()))
                .containsExactly(new UserWithdrew(publisher.customer(), service.userId(), person.id()));
        assertThat(kits.accept(invitation, person)).isInstanceOf(AcceptResult.Refused.class);

        String sameAddress = kits.now(invitation).email().value();
        assertThat(kits.accept(kits.invite(publisher, kits.offer(publisher), sameAddress), person))
                .isInstanceOf(AcceptResult.Accepted.class);
        assertThat(onlyService().userId()).isNotEqualTo(service.userId());
    }

    @Test
    void leavingOnePlayKeepsTheOthers() {
        MyService service = onlyService();

        assertThat(leave(service, light)).isTrue();
        assertThat(leave(service, light)).as("again").isFalse();

        assertThat(plays(onlyService())).containsExactly(publisher.play());
        assertThat(kits.trail(publisher.customer(), "user", service.userId())).containsExactly("user.withdrew_play");
        assertThat(heard.of(UserWithdrewFromPlay.class, UserWithdrewFromPlay::customer, publisher.customer()))
                .containsExactly(new UserWithdrewFromPlay(publisher.customer(), service.userId(), person.id(), light));
        assertThat(leave(service, publisher.play())).isTrue();
        assertThat(onlyService().plays()).isEmpty();
    }

    @Test
    void leavingAPlayThatTheGroupBringsHoldsAgainstTheGroup() {
        long group = kits.group(publisher, "객실팀", light);
        Account member = kits.enrol(kits.invite(publisher, kits.offerInto(publisher, group), Kits.address()));
        MyService service = services.of(member.id()).getFirst();
        assertThat(services.withdrawFromPlay(member.id(), publisher.customer(), service.userId(), light))
                .isTrue();
        assertThat(services.of(member.id()).getFirst().plays()).isEmpty();
    }

    @RepeatedTest(10)
    void leavingTwiceAtOnceIsLeavingOnce() throws Exception {
        MyService service = onlyService();
        assertThat(AtOnce.run(() -> leave(service, light), () -> leave(service, light)))
                .containsExactlyInAnyOrder(true, false);
        assertThat(AtOnce.run(() -> leave(service), () -> leave(service))).containsExactlyInAnyOrder(true, false);
        assertThat(kits.trail(publisher.customer(), "user", service.userId()))
                .containsExactly("user.withdrew_play", "user.withdrew");
    }

    @Test
    void theTrailNamesThePersonByAddress() {
        leave(onlyService());
        assertThat(jdbc.sql("""
                                select actor_label from audit_event
                                where customer_id = :customer and action = 'user.withdrew'
                                """)
                        .param("customer", publisher.customer().value())
                        .query(String.class)
                        .single())
                .isEqualTo(person.email().value());
    }

    @Test
    void nobodyLeavesForSomebodyElse() {
        MyService service = onlyService();
        Account stranger = kits.enrol(kits.invite(publisher));
        Publisher other = kits.full();
        assertThat(services.withdrawFromService(stranger.id(), publisher.customer(), service.userId()))
                .isFalse();
        assertThat(services.withdrawFromPlay(stranger.id(), publisher.customer(), service.userId(), light))
                .isFalse();
        assertThat(services.withdrawFromService(person.id(), other.customer(), service.userId()))
                .isFalse();
        assertThat(services.withdrawFromPlay(person.id(), other.customer(), service.userId(), light))
                .isFalse();
        assertThat(leave(service, other.play())).isFalse();
        assertThat(onlyService()).isEqualTo(service);
    }

    private MyService onlyService() {
        List<MyService> mine = services.of(person.id());
        assertThat(mine).hasSize(1);
        return mine.getFirst();
    }

    private boolean leave(MyService service) {
        return services.withdrawFromService(person.id(), service.customer(), service.userId());
    }

    private boolean leave(MyService service, long play) {
        return services.withdrawFromPlay(person.id(), service.customer(), service.userId(), play);
    }

    private static List<Long> plays(MyService service) {
        return service.plays().stream().map(PrivatePlay::id).toList();
    }
}
