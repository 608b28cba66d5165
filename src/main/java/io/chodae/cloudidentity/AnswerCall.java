package io.chodae.cloudidentity;

import io.chodae.identity.ApiTokens;
import io.chodae.wire.Answer;
import io.chodae.wire.Call;
import io.chodae.wire.CustomerNames;
import java.util.List;
import org.springframework.stereotype.Component;

/** Answers a call that came by itself. */
@Component
class AnswerCall {

    private final PlanCall plans;
    private final ApiTokens tokens;
    private final CustomerNames names;
    private final AnswerReads reads;
    private final AnswerWrites writes;

    AnswerCall(PlanCall plans, ApiTokens tokens, CustomerNames names, AnswerReads reads, AnswerWrites writes) {
        this.plans = plans;
        this.tokens = tokens;
        this.names = names;
        this.reads = reads;
        this.writes = writes;
    }

    Answer answer(Call call) {
        return switch (plans.plan(call, new Admission(tokens, names))) {
            case Planned.Settled settled -> settled.answer();
            case Planned.ReadList list -> reads.list(list);
            case Planned.ReadOne one -> reads.one(one);
            case Planned.Write write -> writes.answer(List.of(write)).getFirst();
        };
    }
}
