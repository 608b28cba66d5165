package io.chodae.cloudidentity;

import io.chodae.wire.Answer;
import io.chodae.wire.Call;
import io.chodae.wire.Discovery;
import io.chodae.wire.Envelope;
import io.chodae.wire.Rendering;
import io.chodae.wire.WireServlet;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Takes each call to what answers it: a batch, the description of the API, or a method. */
@Component
class CloudIdentityCalls implements WireServlet.Calls {

    /** How refusals are written that have nothing else to go by. */
    static final Rendering PLAIN = Rendering.plain(Envelope.STATUS);

    private static final Set<String> BATCHES =
            Set.of("/batch", "/batch/cloudidentity/v1", "/batch/cloudidentity/v1beta1");

    private final AnswerCall calls;
    private final AnswerBatch batches;
    private final Discovery discovery;

    CloudIdentityCalls(AnswerCall calls, AnswerBatch batches, Discovery discovery) {
        this.calls = calls;
        this.batches = batches;
        this.discovery = discovery;
    }

    @Override
    public boolean takesBatches(String path) {
        return BATCHES.contains(path);
    }

    @Override
    public Answer answer(Call call) {
        if (takesBatches(call.path())) {
            return batches.answer(call);
        }
        return Discovery.isAt(call.path()) ? discovery.answer(call) : calls.answer(call);
    }
}
