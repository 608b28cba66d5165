package io.chodae.directoryapi;

import static io.chodae.directoryapi.DirectoryCalls.PLAIN;

import io.chodae.wire.Answer;
import io.chodae.wire.Call;
import io.chodae.wire.CustomerNames;
import io.chodae.wire.Envelope;
import io.chodae.wire.Parsed;
import io.chodae.wire.Query;
import io.chodae.wire.Rendering;
import io.chodae.wire.TokenCheck;
import org.springframework.stereotype.Component;

/**
 * Reads a call and has it done, in the order in which callers can mend it: path, HTTP method, token and scope,
 * parameters; then what the method itself has to say.
 */
@Component
class AnswerUserCall {

    private final CustomerNames names;
    private final AnswerUserReads reads;
    private final AnswerInsert insert;
    private final AnswerChange change;
    private final AnswerEnd end;

    AnswerUserCall(
            CustomerNames names, AnswerUserReads reads, AnswerInsert insert, AnswerChange change, AnswerEnd end) {
        this.names = names;
        this.reads = reads;
        this.insert = insert;
        this.change = change;
        this.end = end;
    }

    Answer answer(Call given, TokenCheck check) {
        Call call = given.unfolded();
        Parsed<DirectoryCall> read = DirectoryPath.parse(call.path())
                .then(path -> DirectoryMethod.of(path, call.method())
                        .then(method ->
                                Query.parse(call.query()).then(query -> read(call, path, method, query, check))));
        return switch (read) {
            case Parsed.Good<DirectoryCall> good -> answer(good.value());
            case Parsed.Bad<DirectoryCall> bad -> PLAIN.refused(bad.error());
        };
    }

    private Parsed<DirectoryCall> read(
            Call call, DirectoryPath path, DirectoryMethod method, Query query, TokenCheck check) {
        return check.check(call.bearer().or(query::token), method.scope())
                .then(caller -> query.checked(method.parameters())
                        .then(checked -> Rendering.parse(checked, method.answer(), Envelope.ERRORS))
                        .map(rendering -> new DirectoryCall(
                                caller, names.of(caller.customer()), method, path, query, call, rendering)));
    }

    private Answer answer(DirectoryCall call) {
        return switch (call.method()) {
            case LIST -> reads.list(call);
            case GET -> reads.get(call);
            case INSERT -> insert.answer(call);
            case UPDATE, PATCH -> change.answer(call);
            case DELETE -> end.delete(call);
            case SIGN_OUT -> end.signOut(call);
        };
    }
}
