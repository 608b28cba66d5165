package io.chodae.directoryapi;

import io.chodae.identity.ApiTokens;
import io.chodae.wire.Answer;
import io.chodae.wire.ApiError;
import io.chodae.wire.BatchAnswer;
import io.chodae.wire.BatchApi;
import io.chodae.wire.BatchPart;
import io.chodae.wire.BatchRequest;
import io.chodae.wire.Call;
import io.chodae.wire.Envelope;
import io.chodae.wire.Parsed;
import io.chodae.wire.Quoted;
import io.chodae.wire.Rendering;
import io.chodae.wire.TokenCheck;
import io.chodae.wire.WireServlet;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes calls by themselves, and the parts of a batch one after another: each is a transaction of its own. */
@Component
class DirectoryCalls implements WireServlet.Calls, BatchApi {

    static final String BATCH = "/batch/admin/directory_v1";

    private static final String PREFIX = "/admin/directory/v1/";

    /** How refusals are written that have nothing else to go by. */
    static final Rendering PLAIN = Rendering.plain(Envelope.ERRORS);

    private static final Logger log = LoggerFactory.getLogger(DirectoryCalls.class);

    private final AnswerUserCall calls;
    private final ApiTokens tokens;

    DirectoryCalls(AnswerUserCall calls, ApiTokens tokens) {
        this.calls = calls;
        this.tokens = tokens;
    }

    @Override
    public boolean takesBatches(String path) {
        return path.equals(BATCH);
    }

    @Override
    public Answer answer(Call call) {
        TokenCheck check = new TokenCheck(tokens);
        return takesBatches(call.path()) ? batch(call, check) : calls.answer(call, check);
    }

    private Answer batch(Call batch, TokenCheck check) {
        if (!batch.method().equals("POST")) {
            return PLAIN.refused(ApiError.methodNotAllowed(Quoted.of(batch.method()), "POST"));
        }
        Parsed<List<BatchPart>> parsed = BatchRequest.parse(
                batch.header("content-type").orElse(""), batch.body(), batch.header("authorization"));
        return switch (parsed) {
            case Parsed.Good<List<BatchPart>> good ->
                BatchAnswer.of(
                        good.value(),
                        good.value().stream().map(part -> answer(part, check)).toList());
            case Parsed.Bad<List<BatchPart>> bad -> PLAIN.refused(bad.error());
        };
    }

    private Answer answer(BatchPart part, TokenCheck check) {
        return switch (part.call()) {
            case Parsed.Good<Call> good -> part(good.value(), check);
            case Parsed.Bad<Call> bad -> PLAIN.refused(bad.error());
        };
    }

    @Override
    public boolean takes(Call call) {
        return call.path().startsWith(PREFIX);
    }

    @Override
    public Answer part(Call call, TokenCheck check) {
        try {
            return calls.answer(call, check);
        } catch (RuntimeException e) {
            log.error("A call of a batch failed", e);
            return PLAIN.refused(ApiError.internal());
        }
    }
}
