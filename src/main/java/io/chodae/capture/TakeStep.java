package io.chodae.capture;

import io.chodae.capture.TransferClockStore.Asked;
import io.chodae.capture.TransferClockStore.Written;
import io.chodae.capture.TransferMailFates.Fate;
import io.chodae.capture.TransferPlan.Next;
import io.chodae.capture.TransferPlan.Step;
import io.chodae.capture.TransferRulesStore.Ruled;
import io.chodae.directory.DryRunEviction;
import io.chodae.directory.EvictionVerdict;
import io.chodae.invitation.Limited;
import io.chodae.invitation.RecipientCounts;
import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import io.chodae.suppression.Suppressions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Decides for requests whose time has come what is done, and has the mails written. */
@Component
class TakeStep {

    private static final Duration SOON = Duration.ofHours(6);
    private static final Duration LATER = Duration.ofDays(1);

    /** For evictions that are under way in transactions of their own. */
    private static final Duration LEASE = Duration.ofHours(1);

    private final Suppressions suppressions;
    private final RecipientCounts recipients;
    private final DryRunEviction verdicts;
    private final TransferMailFates fates;
    private final UserInvitationTrail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TakeStep(
            Suppressions suppressions,
            RecipientCounts recipients,
            DryRunEviction verdicts,
            TransferMailFates fates,
            UserInvitationTrail trail,
            ApplicationEventPublisher events,
            Clock clock) {
        this.suppressions = suppressions;
        this.recipients = recipients;
        this.verdicts = verdicts;
        this.fates = fates;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
    }

    /** What is known about all of a chunk. */
    private record Known(
            Set<String> suppressed,
            Map<String, Limited> limited,
            Map<String, EvictionVerdict> verdicts,
            Map<Long, Fate> tellings) {}

    /** @param overdue is given those whose address is to be taken back */
    List<Written> take(Ruled ruled, List<Asked> due, List<Asked> overdue) {
        Instant now = clock.instant();
        Instant shown = ruled.shows(now);
        List<Asked> fitted = due.stream()
                .map(one -> with(one, TransferPlan.fit(ruled.rules(), one.clock())))
                .toList();
        Known known = known(ruled.customer(), fitted);
        List<Written> written = new ArrayList<>(due.size());
        List<Written> reminded = new ArrayList<>();
        List<Written> noticed = new ArrayList<>();
        for (Asked one : fitted) {
            Optional<Step> step = TransferPlan.due(ruled.rules(), one.clock(), shown);
            if (step.filter(Step.EVICT::equals).isPresent()) {
                overdue.add(one);
                written.add(new Written(one, one.clock(), false, shown.plus(LEASE)));
            } else {
                Written result = step.map(which -> mail(ruled, one, which, known, now))
                        .orElseGet(() -> planned(ruled, one, one.clock(), false, shown));
                written.add(result);
                if (result.mailed()) {
                    (step.filter(Step.NOTICE::equals).isPresent() ? noticed : reminded).add(result);
                }
            }
        }
        say(ruled.customer(), TransferMails.REMINDER, reminded);
        say(ruled.customer(), TransferMails.NOTICE, noticed);
        return written;
    }

    private Known known(CustomerId customer, List<Asked> due) {
        List<EmailAddress> addresses = due.stream().map(Asked::email).toList();
        Set<String> keys = Addresses.keys(addresses);
        return new Known(
                suppressions.suppressedAmong(customer, keys).keySet(),
                recipients.over(customer, keys),
                verdicts.of(customer, addresses),
                fates.tellings(customer, due));
    }

    private Written mail(Ruled ruled, Asked one, Step step, Known known, Instant now) {
        Instant shown = ruled.shows(now);
        String key = one.email().key();
        EvictionVerdict verdict = known.verdicts().get(key);
        boolean kept = verdict == null || !verdict.hit();
        if (!one.open() || (kept && step != Step.REMIND && ruled.rules().evicts())) {
            // who is exempt is told of no eviction; should that end, the time begins then
            return new Written(one, one.clock(), false, shown.plus(LATER));
        }
        Limited limited = known.limited().get(key);
        if (limited != null) {
            return new Written(one, one.clock(), false, shown.plus(Duration.between(now, limited.again())));
        }
        if (known.suppressed().contains(key) || one.clock().followUps() >= TransferMails.MOST) {
            return new Written(one, one.clock().lost(), false, null);
        }
        return switch (known.tellings().getOrDefault(one.id(), new Fate.Lost())) {
            case Fate.Arrived arrived -> written(ruled, one, step, arrived.at(), now);
            case Fate.Waits waits -> new Written(one, one.clock(), false, shown.plus(SOON));
            case Fate.Lost lost -> new Written(one, one.clock().lost(), false, null);
        };
    }

    /** @param told when the mail went out that told of the deadline: a day that it waited is a day more */
    private static Written written(Ruled ruled, Asked one, Step step, Instant told, Instant now) {
        TransferRules rules = ruled.rules();
        Instant shown = ruled.shows(now);
        TransferClock before = one.clock();
        return switch (step) {
            case REMIND -> planned(ruled, one, before.reminded(shown), true, shown);
            case TELL -> planned(ruled, one, before.told(toldBy(rules), shown.plus(rules.time()), shown), true, shown);
            case NOTICE -> {
                Instant full = told.minus(Duration.between(shown, now)).plus(rules.time());
                TransferClock clock = before.atLeastUntil(full);
                yield TransferPlan.due(rules, clock, shown)
                                .filter(Step.NOTICE::equals)
                                .isPresent()
                        ? planned(ruled, one, TransferPlan.noticed(rules, clock, shown), true, shown)
                        : planned(ruled, one, clock, false, shown);
            }
            case EVICT -> throw new IllegalStateException("an eviction is no mail");
        };
    }

    private static Told toldBy(TransferRules rules) {
        Told told = rules.told();
        return told == null ? Told.NOTHING : told;
    }

    private static Written planned(Ruled ruled, Asked one, TransferClock clock, boolean mailed, Instant shown) {
        return new Written(
                one,
                clock,
                mailed,
                TransferPlan.next(ruled.rules(), clock, shown).map(Next::at).orElse(null));
    }

    private void say(CustomerId customer, String kind, List<Written> mails) {
        if (mails.isEmpty()) {
            return;
        }
        List<Asked> people = mails.stream().map(Written::asked).toList();
        recipients.count(
                customer, Addresses.keys(people.stream().map(Asked::email).toList()));
        trail.followedUp(
                customer,
                kind,
                people.stream()
                        .collect(Collectors.toMap(Asked::id, one -> one.email().value())));
        events.publishEvent(new TransfersFollowedUp(
                customer,
                kind,
                mails.stream()
                        .map(mail -> new TransferFollowUp(
                                mail.asked().id(),
                                TransferMails.number(
                                        mail.asked().linkNumber(), mail.clock().followUps()),
                                mail.asked().email(),
                                mail.asked().name(),
                                mail.asked().language()))
                        .toList()));
    }

    private static Asked with(Asked one, TransferClock clock) {
        return new Asked(
                one.id(), one.linkNumber(), one.account(), one.email(), one.name(), one.language(), one.open(), clock);
    }
}
