package io.chodae.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.domain.Finding.Outcome;
import io.chodae.shared.CustomerId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class DomainRulesTest {

    private static final Instant NOW = Instant.parse("2026-01-15T09:00:00Z");

    private final DomainRules rules = new DomainRules(7, 24);

    @Test
    void thePictureShowsEveryStepAndNoOther() throws IOException {
        List<String> drawn = Files.readAllLines(Path.of("docs/domains.md")).stream()
                .filter(line -> line.contains("-->") && !line.contains("[*]"))
                .map(String::strip)
                .toList();
        assertThat(drawn).containsExactlyInAnyOrderElementsOf(steps());
    }

    @Test
    void aHolderKeepsTheDomainUntilTheLastMomentOfTheGraceTime() {
        Instant since = NOW.minus(Duration.ofDays(7));
        assertThat(rules.next(claim(DomainState.FAILING, since, false), Verdict.MISSING, false, NOW.minusMillis(1)))
                .isEqualTo(DomainState.FAILING);
        assertThat(rules.next(claim(DomainState.FAILING, since, false), Verdict.MISSING, false, NOW))
                .isEqualTo(DomainState.LOST);
    }

    @Test
    void silentNameServersTakeFourTimesAsLongToTakeADomainAway() {
        Domain claim = claim(DomainState.FAILING, NOW.minus(Duration.ofDays(28)), false);
        assertThat(rules.next(claim, Verdict.UNKNOWN, false, NOW.minusMillis(1)))
                .isEqualTo(DomainState.FAILING);
        assertThat(rules.next(claim, Verdict.UNKNOWN, false, NOW)).isEqualTo(DomainState.LOST);
    }

    @Test
    void whatIsVouchedForIsNotLostByALook() {
        for (Verdict verdict : Verdict.values()) {
            assertThat(rules.next(claim(DomainState.VERIFIED, null, true), verdict, false, NOW))
                    .isEqualTo(DomainState.VERIFIED);
        }
    }

    @Test
    void nothingIsTakenFromAHolderByAnothersProof() {
        for (DomainState state : List.of(DomainState.UNPROVEN, DomainState.LOST, DomainState.DISPUTED)) {
            assertThat(rules.next(claim(state, null, false), Verdict.FOUND, true, NOW))
                    .isEqualTo(DomainState.DISPUTED);
        }
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/domain/verdicts.csv", numLinesToSkip = 1)
    void aLookIsUnknownWhereNobodyAnsweredInThePlaceThatCounts(
            String last, Outcome record, Outcome file, Outcome tag, Verdict verdict) {
        ProofMethod method = last.equals("-") ? null : ProofMethod.valueOf(last);
        List<Finding> findings = List.of(
                new Finding(ProofMethod.DNS, record, "", ""),
                new Finding(ProofMethod.FILE, file, "", ""),
                new Finding(ProofMethod.META, tag, "", ""));
        assertThat(Verdict.of(method, findings)).isEqualTo(verdict);
    }

    /** Each step that changes the state, with the weakest condition under which it is taken. */
    private Set<String> steps() {
        Set<String> steps = new TreeSet<>();
        for (DomainState from : DomainState.values()) {
            for (Verdict verdict : Verdict.values()) {
                DomainState plain = next(from, verdict, false, 0);
                note(steps, from, plain, verdict, "");
                DomainState held = next(from, verdict, true, 0);
                DomainState late = next(from, verdict, false, 7);
                DomainState veryLate = next(from, verdict, false, 28);
                if (held != plain) {
                    note(steps, from, held, verdict, " held");
                }
                if (late != plain) {
                    note(steps, from, late, verdict, " late");
                }
                if (veryLate != late) {
                    note(steps, from, veryLate, verdict, " very late");
                }
            }
        }
        return steps;
    }

    private DomainState next(DomainState from, Verdict verdict, boolean held, int days) {
        Instant since =
                from == DomainState.FAILING || from == DomainState.DISPUTED ? NOW.minus(Duration.ofDays(days)) : null;
        return rules.next(claim(from, since, false), verdict, held, NOW);
    }

    private static void note(Set<String> steps, DomainState from, DomainState to, Verdict verdict, String condition) {
        if (from != to) {
            steps.add(from + " --> " + to + " : " + verdict + condition);
        }
    }

    private static Domain claim(DomainState state, @Nullable Instant failingSince, boolean vouched) {
        return new Domain(
                new CustomerId(7),
                "hotel.example",
                DomainKind.PRIMARY,
                state,
                "token",
                null,
                null,
                null,
                List.of(),
                failingSince,
                null,
                false,
                "",
                vouched,
                null);
    }
}
