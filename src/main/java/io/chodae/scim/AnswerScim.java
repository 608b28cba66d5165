package io.chodae.scim;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Answers a call, and refuses it in the order in which callers can mend it: path, HTTP method, token, all the rest. */
@Component
class AnswerScim {

    private final AdmitCaller admit;
    private final DescribeServer describe;
    private final ReadUsers read;
    private final WriteUsers write;

    AnswerScim(AdmitCaller admit, DescribeServer describe, ReadUsers read, WriteUsers write) {
        this.admit = admit;
        this.describe = describe;
        this.read = read;
        this.write = write;
    }

    Reply answer(Call call) {
        Optional<Endpoint> found = Endpoint.of(call.path());
        if (found.isEmpty()) {
            return Reply.refused(ScimError.of(404, "There is nothing at this path. Users are at /scim/v2/Users."));
        }
        Endpoint endpoint = found.get();
        if (!endpoint.allows(call.method())) {
            return Reply.refused(ScimError.of(
                            405,
                            "%s is not possible here, only %s.".formatted(Quoted.of(call.method()), endpoint.allowed()))
                    .withHeader("Allow", endpoint.allowed()));
        }
        if (endpoint == Endpoint.CONFIG) {
            // How to sign in has to be known before (RFC 7643, 5).
            return describe.answer(endpoint, call);
        }
        return admit.admit(call, endpoint.writes(call.method())).reply(caller -> answer(endpoint, call, caller));
    }

    private Reply answer(Endpoint endpoint, Call call, ScimCaller caller) {
        return switch (endpoint) {
            case CONFIG, RESOURCE_TYPES, SCHEMAS -> describe.answer(endpoint, call);
            case USERS -> call.method().equals("GET") ? read.list(call, caller) : write.create(call, caller);
            case SEARCH -> read.search(call, caller);
            case USER -> user(call, caller);
            case GROUPS -> call.method().equals("GET") ? Reply.ok(ListJson.of(0, 1, List.of())) : absent("Groups");
            case GROUP ->
                call.method().equals("GET")
                        ? Reply.refused(ScimError.of(404, "There is no such group: groups are not kept here."))
                        : absent("Groups");
            case ME -> absent("/Me, which would be a person and not a program,");
            case BULK -> absent("Bulk");
        };
    }

    private Reply user(Call call, ScimCaller caller) {
        return UserIds.parse(call.path().getLast())
                .map(id -> switch (call.method()) {
                    case "PUT" -> write.replace(call, caller, id);
                    case "PATCH" -> write.patch(call, caller, id);
                    case "DELETE" -> write.remove(call, caller, id);
                    default -> read.one(call, caller, id);
                })
                .orElseGet(() -> Reply.refused(ScimError.notFound()));
    }

    private static Reply absent(String what) {
        return Reply.refused(ScimError.of(501, what + " cannot be done here. ServiceProviderConfig says what can."));
    }
}
