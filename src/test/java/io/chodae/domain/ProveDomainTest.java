package io.chodae.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.chodae.audit.Actor;
import io.chodae.directory.VerifiedDomains;
import io.chodae.domain.CheckDomain.Checked;
import io.chodae.domain.Claimants.Claimant;
import io.chodae.domain.Finding.Outcome;
import io.chodae.sender.NameServer;
import io.chodae.testing.ChodaeTest;
import io.chodae.testing.TestClock;
import io.chodae.testing.TestMailbox;
import io.chodae.testing.TestTimers;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** From the claim to a real name server and back: who holds what, who hears of it, and what is on record. */
@ChodaeTest
@Import({Claimants.class, TestTimers.class})
@TestPropertySource(properties = "chodae.timers.enabled=false")
class ProveDomainTest {

    private static final Optional<NameServer> NAMES = NameServer.startIfInstalled();

    @Autowired
    private Claimants claimants;

    @Autowired
    private ClaimDomain claim;

    @Autowired
    private CheckDomain check;

    @Autowired
    private RemoveDomain remove;

    @Autowired
    private ChangeDomainKind changeKind;

    @Autowired
    private VouchForDomain vouch;

    @Autowired
    private Domains domains;

    @Autowired
    private VerifiedDomains verified;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    @Autowired
    private TestTimers timers;

    @Autowired
    private TestMailbox mailbox;

    private NameServer names;
    private String domain;
    private Claimant house;

    @DynamicPropertySource
    static void resolver(DynamicPropertyRegistry settings) {
        NAMES.ifPresent(server -> settings.add("chodae.dns.resolver", server::address));
    }

    @AfterAll
    static void stop() {
        NAMES.ifPresent(NameServer::close);
    }

    @BeforeEach
    void begin() {
        assumeThat(NAMES).isPresent();
        names = NAMES.orElseThrow();
        names.clear();
        domain = Claimants.domain();
        house = claimants.open();
    }

    @Test
    void aDomainIsHeldOnceItsRecordIsFoundAndNotBefore() {
        Domain claimed = claimed(house);
        Domain missed = look(house);
        assertThat(missed.state()).isEqualTo(DomainState.UNPROVEN);
        assertThat(missed.findings())
                .extracting(Finding::method)
                .containsExactly(ProofMethod.DNS, ProofMethod.FILE, ProofMethod.META);
        assertThat(missed.findings().getFirst())
                .isEqualTo(new Finding(ProofMethod.DNS, Outcome.NOTHING, "_chodae-challenge." + domain, ""));
        assertThat(verified.holder(domain)).isEmpty();

        names.add(claimed.proof().recordName(), "chodae-verification=somebody-else");
        Finding other = look(house).findings().getFirst();
        assertThat(other.outcome()).isEqualTo(Outcome.DIFFERENT);
        assertThat(other.detail()).isEqualTo("chodae-verification=somebody-else");

        publish(claimed);
        Domain held = look(house);
        assertThat(held.state()).isEqualTo(DomainState.VERIFIED);
        assertThat(held.method()).isEqualTo(ProofMethod.DNS);
        assertThat(held.findings()).hasSize(1);
        assertThat(verified.holder(domain)).contains(house.customer());
        assertThat(verified.of(house.customer())).containsExactly(domain);
        assertThat(claimants.said(domain))
                .containsExactly("+ " + house.customer().value());
        assertThat(recorded(house))
                .containsExactly("domain.claimed", "domain.checked", "domain.checked", "domain.verified");
    }

    @Test
    void aMissingProofIsToldAndComesBackWithinTheGraceTime() {
        held(house);
        names.clear();
        byTheClock(Duration.ofDays(1));
        assertThat(state(house)).isEqualTo(DomainState.FAILING);
        assertThat(verified.holder(domain)).contains(house.customer());
        assertThat(mailbox.await(house.email()).subject()).isEqualTo("The proof of " + domain + " is missing");
        assertThat(mailbox.await(house.email()).text()).contains("until " + inAWeek(), "/console/domains/" + domain);

        byTheClock(Duration.ofDays(2));
        assertThat(mailbox.to(house.email())).as("once").hasSize(1);
        publish(domains.find(house.customer(), domain).orElseThrow());
        byTheClock(Duration.ofDays(1));
        assertThat(state(house)).isEqualTo(DomainState.VERIFIED);
        assertThat(mailbox.await(house.email(), 2).subject()).isEqualTo("The proof of " + domain + " is back");
        assertThat(claimants.said(domain)).hasSize(1);
    }

    @Test
    void afterTheGraceTimeTheDomainIsLostAndAProofBringsItBack() {
        Domain claimed = held(house);
        names.clear();
        byTheClock(Duration.ofDays(1));
        mailbox.await(house.email());
        byTheClock(Duration.ofDays(7));
        assertThat(state(house)).isEqualTo(DomainState.LOST);
        assertThat(verified.holder(domain)).isEmpty();
        assertThat(mailbox.await(house.email(), 2).subject()).isEqualTo(domain + " is lost");
        assertThat(claimants.said(domain).getLast())
                .isEqualTo("- " + house.customer().value());

        publish(claimed);
        byTheClock(Duration.ofDays(30));
        assertThat(state(house)).as("nobody looks any more").isEqualTo(DomainState.LOST);
        assertThat(look(house).state()).isEqualTo(DomainState.VERIFIED);
        assertThat(recorded(house))
                .containsSubsequence("domain.verified", "domain.proof_missing", "domain.lost", "domain.verified");
    }

    @Test
    void aNameServerThatDoesNotAnswerTakesNothingAwayInTheGraceTime() {
        held(house);
        names.close();
        byTheClock(Duration.ofDays(1));
        byTheClock(Duration.ofDays(8));
        assertThat(state(house)).isEqualTo(DomainState.FAILING);
        names.clear();
        byTheClock(Duration.ofDays(1));
        assertThat(state(house)).isEqualTo(DomainState.LOST);
    }

    @Test
    void aSecondProofMovesNothingAndBothSidesHearOfIt() {
        held(house);
        Claimant other = claimants.open();
        Domain newer = claimed(other);
        publish(newer);
        assertThat(look(other).state()).isEqualTo(DomainState.DISPUTED);
        assertThat(verified.holder(domain)).contains(house.customer());
        assertThat(mailbox.await(other.email()).subject()).isEqualTo(domain + " is held by another organisation");
        assertThat(mailbox.await(house.email()).subject()).isEqualTo("Another organisation has proven " + domain);
        assertThat(mailbox.await(house.email()).text()).contains(other.name() + " has proven the domain");
        assertThat(recorded(house)).contains("domain.contested");
        assertThat(recorded(other)).contains("domain.disputed");
        Domains.Dispute asHolder = domains.disputeOf(
                        domains.find(house.customer(), domain).orElseThrow())
                .orElseThrow();
        Domains.Dispute asNewer = domains.disputeOf(
                        domains.find(other.customer(), domain).orElseThrow())
                .orElseThrow();
        assertThat(asHolder.holder()).isTrue();
        assertThat(asHolder.others()).extracting(Domains.Side::customerName).containsExactly(other.name());
        assertThat(asNewer.holder()).isFalse();
        assertThat(asNewer.others()).extracting(Domains.Side::customerName).containsExactly(house.name());

        byTheClock(Duration.ofDays(30));
        assertThat(verified.holder(domain)).as("both proofs are there").contains(house.customer());
        assertThat(state(other)).isEqualTo(DomainState.DISPUTED);
    }

    @Test
    void aHolderWhoReleasesTheDomainHandsItOverAtOnce() {
        held(house);
        Claimant other = disputing();
        assertThat(remove.remove(house.customer(), domain, house.owner())).isEqualTo(DomainChange.DONE);
        assertThat(verified.holder(domain)).contains(other.customer());
        assertThat(claimants.said(domain))
                .containsExactly(
                        "+ " + house.customer().value(),
                        "- " + house.customer().value(),
                        "+ " + other.customer().value());
        assertThat(mailbox.await(other.email(), 2).subject()).isEqualTo(domain + " is yours now");
        assertThat(recorded(other)).contains("domain.gained");
    }

    @Test
    void aReleasedDomainDoesNotPassToAClaimWhoseOwnProofIsMissing() {
        held(house);
        Claimant other = disputing();
        names.clear();
        byTheClock(Duration.ofDays(1));
        assertThat(state(other)).isEqualTo(DomainState.DISPUTED);
        assertThat(remove.remove(house.customer(), domain, house.owner())).isEqualTo(DomainChange.DONE);
        assertThat(verified.holder(domain)).isEmpty();

        publish(domains.find(other.customer(), domain).orElseThrow());
        assertThat(look(other).state()).isEqualTo(DomainState.VERIFIED);
    }

    @Test
    void aHolderWhoseOwnProofIsGoneLosesToTheNewerOneAfterTheGraceTimeAndNotBefore() {
        held(house);
        Claimant other = claimants.open();
        Domain newer = claimed(other);
        names.clear();
        publish(newer);
        look(other);
        byTheClock(Duration.ZERO);
        assertThat(state(house))
                .as("the holder is looked at as soon as there is a dispute")
                .isEqualTo(DomainState.FAILING);
        byTheClock(Duration.ofDays(6));
        assertThat(verified.holder(domain)).contains(house.customer());
        byTheClock(Duration.ofDays(1));
        assertThat(verified.holder(domain)).contains(other.customer());
        assertThat(state(house)).isEqualTo(DomainState.LOST);
        assertThat(mailbox.await(house.email(), 3).text()).contains(other.name() + " has proven the domain");
    }

    @Test
    void aDisputeEndsWhereTheNewerProofIsGoneOrItsClaimTakenBack() {
        Domain claimed = held(house);
        Claimant other = disputing();
        names.clear();
        publish(claimed);
        byTheClock(Duration.ofDays(1));
        assertThat(state(other)).as("one look without it is no end").isEqualTo(DomainState.DISPUTED);
        byTheClock(Duration.ofDays(7));
        assertThat(state(other)).isEqualTo(DomainState.UNPROVEN);
        assertThat(mailbox.await(other.email(), 2).subject()).isEqualTo("The dispute about " + domain + " is over");
        assertThat(mailbox.await(house.email(), 2).text())
                .contains(other.name() + " no longer claims the domain " + domain);

        Claimant third = disputing();
        remove.remove(third.customer(), domain, third.owner());
        assertThat(mailbox.await(house.email(), 4).text()).contains(third.name() + " no longer claims");
        assertThat(verified.holder(domain)).contains(house.customer());
    }

    @Test
    void anAliasIsHeldButItsAccountsAreNobodysUnmanagedOnes() {
        claim.claim(house.customer(), Claimants.domain(), false, house.owner());
        held(house);
        assertThat(changeKind.change(house.customer(), domain, DomainKind.ALIAS, house.owner()))
                .isEqualTo(DomainChange.DONE);
        assertThat(verified.holder(domain)).isEmpty();
        assertThat(domains.find(house.customer(), domain).orElseThrow().held()).isTrue();
        changeKind.change(house.customer(), domain, DomainKind.PRIMARY, house.owner());
        assertThat(verified.of(house.customer())).containsExactly(domain);
        assertThat(domains.of(house.customer()))
                .extracting(Domain::kind)
                .containsExactly(DomainKind.PRIMARY, DomainKind.SECONDARY);
        assertThat(claimants.said(domain))
                .containsExactly(
                        "+ " + house.customer().value(),
                        "- " + house.customer().value(),
                        "+ " + house.customer().value());
        assertThat(changeKind.change(house.customer(), domain, DomainKind.ALIAS, house.owner()))
                .isEqualTo(DomainChange.PRIMARY_STAYS);
        assertThat(remove.remove(house.customer(), domain, house.owner())).isEqualTo(DomainChange.PRIMARY_STAYS);
    }

    @Test
    void whatIsVouchedForStaysUntilSomebodyProvesIt() {
        claimed(house);
        assertThat(vouch.vouch(house.customer(), domain)).isTrue();
        assertThat(verified.holder(domain)).contains(house.customer());
        byTheClock(Duration.ofDays(90));
        Domain looked = look(house);
        assertThat(looked.state()).isEqualTo(DomainState.VERIFIED);
        assertThat(looked.vouched()).isTrue();
        assertThat(looked.nextCheckAt()).isNull();
        assertThat(looked.findings()).isNotEmpty();

        Claimant other = claimants.open();
        publish(claimed(other));
        assertThat(look(other).state()).isEqualTo(DomainState.DISPUTED);
        byTheClock(Duration.ZERO);
        assertThat(state(house)).isEqualTo(DomainState.FAILING);
        assertThat(vouch.vouch(other.customer(), domain))
                .as("somebody holds it")
                .isFalse();
    }

    @Test
    void aPressRightAfterAnotherAsksNobody() {
        claimed(house);
        look(house);
        assertThat(check.check(house.customer(), domain, house.owner())).isInstanceOf(Checked.TooSoon.class);
        assertThat(check.check(claimants.open().customer(), domain, Actor.system()))
                .isInstanceOf(Checked.Nothing.class);
    }

    private Domain claimed(Claimant claimant) {
        ClaimResult result = claim.claim(claimant.customer(), domain, false, claimant.owner());
        assertThat(result).isInstanceOf(ClaimResult.Claimed.class);
        return ((ClaimResult.Claimed) result).domain();
    }

    private Domain held(Claimant claimant) {
        Domain claimed = claimed(claimant);
        publish(claimed);
        assertThat(look(claimant).state()).isEqualTo(DomainState.VERIFIED);
        return claimed;
    }

    private Claimant disputing() {
        Claimant other = claimants.open();
        publish(claimed(other));
        assertThat(look(other).state()).isEqualTo(DomainState.DISPUTED);
        return other;
    }

    private void publish(Domain claim) {
        names.add(claim.proof().recordName(), claim.proof().value());
    }

    private Domain look(Claimant claimant) {
        clock.advance(Duration.ofMinutes(1));
        Checked checked = check.check(claimant.customer(), domain, claimant.owner());
        assertThat(checked).isInstanceOf(Checked.Looked.class);
        return ((Checked.Looked) checked).domain();
    }

    private void byTheClock(Duration later) {
        clock.advance(later.plusMinutes(6));
        timers.runDue();
    }

    private String inAWeek() {
        return DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH)
                .format(clock.instant().plus(Duration.ofDays(7)).atZone(ZoneId.of("Asia/Seoul")));
    }

    private DomainState state(Claimant claimant) {
        return domains.find(claimant.customer(), domain).orElseThrow().state();
    }

    private List<String> recorded(Claimant claimant) {
        return jdbc.sql("""
                        select action from audit_event
                        where customer_id = :customer and subject_type = 'domain' and subject_id = :domain
                        order by audit_id
                        """)
                .param("customer", claimant.customer().value())
                .param("domain", domain)
                .query((row, number) -> row.getString("action"))
                .list();
    }
}
