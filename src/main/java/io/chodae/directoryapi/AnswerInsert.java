package io.chodae.directoryapi;

import io.chodae.provisioning.ConflictHandling;
import io.chodae.provisioning.CreateDirectoryUser;
import io.chodae.provisioning.CreateUserResult;
import io.chodae.provisioning.NewDirectoryUser;
import io.chodae.shared.EmailAddress;
import io.chodae.wire.Answer;
import io.chodae.wire.ApiError;
import io.chodae.wire.Parsed;
import io.chodae.wire.Query;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** insert. */
@Component
class AnswerInsert {

    private final CreateDirectoryUser create;
    private final AnswerUserReads reads;

    AnswerInsert(CreateDirectoryUser create, AnswerUserReads reads) {
        this.create = create;
        this.reads = reads;
    }

    Answer answer(DirectoryCall call) {
        Parsed<Answer> answer = handling(call.query())
                .then(handling -> UserBodyParser.parse(call.call())
                        .then(AnswerInsert::complete)
                        .map(body -> answer(call, body, handling)));
        return switch (answer) {
            case Parsed.Good<Answer> good -> good.value();
            case Parsed.Bad<Answer> bad -> call.refused(bad.error());
        };
    }

    private static Parsed<ConflictHandling> handling(Query query) {
        String resolve = query.value("resolveConflictAccount").orElse("false");
        return switch (resolve.toLowerCase(Locale.ROOT)) {
            case "true" -> Parsed.good(ConflictHandling.POLICY);
            case "false" -> Parsed.good(ConflictHandling.REFUSE);
            default -> Parsed.invalid("Invalid Input: resolveConflictAccount is true or false.");
        };
    }

    private static Parsed<UserBody> complete(UserBody body) {
        if (body.email() == null || body.email().isBlank()) {
            return Parsed.bad(
                    ApiError.invalid("Missing required field: primaryEmail").because("required"));
        }
        if (!body.isNamed()) {
            return Parsed.bad(ApiError.invalid("Missing required field: name, with givenName and familyName")
                    .because("required"));
        }
        return Parsed.good(body);
    }

    private Answer answer(DirectoryCall call, UserBody body, ConflictHandling handling) {
        NewDirectoryUser user = new NewDirectoryUser(
                text(body.email()),
                text(body.givenName()),
                text(body.familyName()),
                text(body.displayName()),
                body.language(),
                text(body.externalId()),
                Boolean.TRUE.equals(body.suspended()),
                password(body));
        return switch (create.create(call.customer(), user, handling, call.actor())) {
            case CreateUserResult.Created created -> reads.answer(call, created.user());
            case CreateUserResult.Replaced replaced -> reads.answer(call, replaced.user());
            case CreateUserResult.Invited invited -> invited(call, invited.email(), body);
            case CreateUserResult.Exists exists -> call.refused(Refusals.exists(exists.user()));
            case CreateUserResult.Conflict conflict -> call.refused(Refusals.of(conflict.reason()));
            case CreateUserResult.Invalid invalid -> call.refused(Refusals.of(invalid.faults()));
        };
    }

    /**
     * A password that has to be changed at the first sign-in is none to this server, which can not ask for that: the
     * person chooses one by the link instead, and it is the only one that ever works.
     */
    private static @Nullable String password(UserBody body) {
        return body.mustChangePassword() || text(body.password()).isEmpty() ? null : body.password();
    }

    private static Answer invited(DirectoryCall call, EmailAddress email, UserBody body) {
        return call.rendering().ok(202, Map.of(), UserJson.invited(call.customerName(), email, body));
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
