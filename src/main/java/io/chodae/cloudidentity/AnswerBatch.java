package io.chodae.cloudidentity;

import static io.chodae.cloudidentity.CloudIdentityCalls.PLAIN;

import io.chodae.identity.ApiTokens;
import io.chodae.wire.Answer;
import io.chodae.wire.ApiError;
import io.chodae.wire.BatchAnswer;
import io.chodae.wire.BatchApi;
import io.chodae.wire.BatchPart;
import io.chodae.wire.BatchRequest;
import io.chodae.wire.Call;
import io.chodae.wire.CustomerNames;
import io.chodae.wire.Parsed;
import io.chodae.wire.Quoted;
import io.chodae.wire.TokenCheck;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Answers a batch: its parts are read and allowed in their order, then done by {@link DoBatch}. A part that is a call of
 * another API is done by that one, in its turn and before all of these.
 */
@Component
class AnswerBatch {

    private final PlanCall plans;
    private final ApiTokens tokens;
    private final CustomerNames names;
    private final DoBatch work;
    private final List<BatchApi> others;

    AnswerBatch(PlanCall plans, ApiTokens tokens, CustomerNames names, DoBatch work, List<BatchApi> others) {
        this.plans = plans;
        this.tokens = tokens;
        this.names = names;
        this.work = work;
        this.others = others;
    }

    Answer answer(Call batch) {
        if (!batch.method().equals("POST")) {
            return PLAIN.refused(ApiError.methodNotAllowed(Quoted.of(batch.method()), "POST"));
        }
        Parsed<List<BatchPart>> parsed = BatchRequest.parse(
                batch.header("content-type").orElse(""), batch.body(), batch.header("authorization"));
        return switch (parsed) {
            case Parsed.Good<List<BatchPart>> good -> answer(good.value());
            case Parsed.Bad<List<BatchPart>> bad -> PLAIN.refused(bad.error());
        };
    }

    private Answer answer(List<BatchPart> parts) {
        Admission admission = new Admission(tokens, names);
        TokenCheck check = new TokenCheck(tokens);
        List<Planned> plans =
                parts.stream().map(part -> plan(part, admission, check)).toList();
        return BatchAnswer.of(parts, work.answers(plans));
    }

    private Planned plan(BatchPart part, Admission admission, TokenCheck check) {
        return switch (part.call()) {
            case Parsed.Good<Call> good -> plan(good.value(), admission, check);
            case Parsed.Bad<Call> bad -> new Planned.Settled(PLAIN.refused(bad.error()));
        };
    }

    private Planned plan(Call call, Admission admission, TokenCheck check) {
        return others.stream()
                .filter(other -> other.takes(call))
                .findFirst()
                .<Planned>map(other -> new Planned.Settled(other.part(call, check)))
                .orElseGet(() -> plans.plan(call, admission));
    }
}
