package io.chodae.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.capture.TransferPlan.Next;
import io.chodae.capture.TransferPlan.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransferPlanTest {

    private static final Instant START = Instant.parse("2026-01-15T09:00:00Z");

    /** Of a person who is told at once and answers nothing: each step with its day. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3 7 | 0 | 7 | REMIND 3, REMIND 7",
                "    | 0 | 7 | ''",
                "3   | 30 | 7 | REMIND 3, NOTICE 23, EVICT 30",
                "25  | 30 | 7 | NOTICE 23, REMIND 25, EVICT 30",
                "23  | 30 | 7 | NOTICE 23, EVICT 30",
                "1   | 2  | 1 | NOTICE 1, EVICT 2"
            })
    void walksThroughTheDays(String days, int deadline, int notice, String steps) {
        List<Integer> reminders = days == null
                ? List.of()
                : List.of(days.strip().split(" ")).stream()
                        .map(Integer::valueOf)
                        .toList();
        TransferRules rules = deadline == 0
                ? TransferClocks.only(null, reminders.toArray(Integer[]::new))
                : TransferClocks.evicts(deadline, notice, false, reminders.toArray(Integer[]::new));
        TransferClock clock = TransferClock.begun(rules, START);
        StringBuilder walked = new StringBuilder();
        Optional<Next> next = TransferPlan.next(rules, clock, START);
        while (next.isPresent()) {
            Instant at = next.get().at();
            Step step = TransferPlan.due(rules, clock, at).orElseThrow();
            walked.append(walked.isEmpty() ? "" : ", ")
                    .append(step)
                    .append(' ')
                    .append(Duration.between(START, at).toDays());
            if (step == Step.EVICT) {
                break;
            }
            clock = step == Step.NOTICE ? TransferPlan.noticed(rules, clock, at) : clock.reminded(at);
            next = TransferPlan.next(rules, clock, at);
        }
        assertThat(walked.toString()).isEqualTo(steps);
    }

    @Test
    void aServerThatWasDownSendsOneMailAndNotTheMissedOnes() {
        TransferRules rules = TransferClocks.only(null, 3, 5, 7);
        TransferClock clock = TransferClock.begun(rules, START);
        Instant late = START.plus(Duration.ofDays(40));
        assertThat(TransferPlan.due(rules, clock, late)).contains(Step.REMIND);
        assertThat(TransferPlan.next(rules, clock.reminded(late), late)).isEmpty();
    }

    @Test
    void aNoticeThatIsLateGivesItsDaysAllTheSame() {
        TransferRules rules = TransferClocks.evicts(30, 7, false);
        Instant late = START.plus(Duration.ofDays(40));
        TransferClock noticed = TransferPlan.noticed(rules, TransferClock.begun(rules, START), late);
        assertThat(TransferPlan.next(rules, noticed, late))
                .contains(new Next(Step.EVICT, late.plus(Duration.ofDays(7))));
    }
}
