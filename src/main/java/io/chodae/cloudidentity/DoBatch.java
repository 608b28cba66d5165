package io.chodae.cloudidentity;

import static io.chodae.cloudidentity.CloudIdentityCalls.PLAIN;

import io.chodae.wire.Answer;
import io.chodae.wire.ApiError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Does the calls of a batch, wave by wave: the reads of a wave beside each other, its writes together, one act for each
 * method and caller.
 */
@Component
class DoBatch {

    private static final Logger log = LoggerFactory.getLogger(DoBatch.class);

    /** Of all batches at once: the connections of the pool are for other requests as well. */
    private final Semaphore readers = new Semaphore(6);

    private final AnswerReads reads;
    private final AnswerWrites writes;

    DoBatch(AnswerReads reads, AnswerWrites writes) {
        this.reads = reads;
        this.writes = writes;
    }

    /** The answers, in the order of the calls. */
    List<Answer> answers(List<Planned> plans) {
        @Nullable Answer[] answers = new @Nullable Answer[plans.size()];
        for (int place = 0; place < plans.size(); place++) {
            if (plans.get(place) instanceof Planned.Settled settled) {
                answers[place] = settled.answer();
            }
        }
        for (List<Integer> wave : BatchWaves.of(plans)) {
            doWave(plans, wave, answers);
        }
        List<Answer> all = new ArrayList<>(plans.size());
        for (Answer answer : answers) {
            all.add(answer == null ? failed() : answer);
        }
        return all;
    }

    private record Act(ApiMethod method, Admitted who) {}

    private void doWave(List<Planned> plans, List<Integer> wave, @Nullable Answer[] answers) {
        Map<Act, List<Integer>> acts = new LinkedHashMap<>();
        Map<Integer, Future<Answer>> reading = new LinkedHashMap<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int place : wave) {
                Planned plan = plans.get(place);
                if (plan instanceof Planned.Write write) {
                    acts.computeIfAbsent(new Act(write.method(), write.who()), act -> new ArrayList<>())
                            .add(place);
                } else {
                    reading.put(place, threads.submit(() -> read(plan)));
                }
            }
            acts.values().forEach(places -> write(plans, places, answers));
        }
        reading.forEach((place, answer) -> answers[place] = result(answer));
    }

    private void write(List<Planned> plans, List<Integer> places, @Nullable Answer[] answers) {
        List<Planned.Write> calls =
                places.stream().map(place -> (Planned.Write) plans.get(place)).toList();
        try {
            List<Answer> done = writes.answer(calls);
            for (int i = 0; i < done.size(); i++) {
                answers[places.get(i)] = done.get(i);
            }
        } catch (RuntimeException e) {
            log.error("{} calls of a batch failed together", calls.size(), e);
        }
    }

    private Answer read(Planned plan) throws InterruptedException {
        readers.acquire();
        try {
            return switch (plan) {
                case Planned.ReadList list -> reads.list(list);
                case Planned.ReadOne one -> reads.one(one);
                default -> throw new IllegalArgumentException("no read: " + plan);
            };
        } finally {
            readers.release();
        }
    }

    private static Answer result(Future<Answer> answer) {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed();
        } catch (ExecutionException e) {
            log.error("A call of a batch failed", e);
            return failed();
        }
    }

    private static Answer failed() {
        return PLAIN.refused(ApiError.internal());
    }
}
