package io.chodae.directoryapi;

import io.chodae.provisioning.ChangeDirectoryUser;
import io.chodae.provisioning.ChangeDirectoryUserResult;
import io.chodae.provisioning.DirectoryUser;
import io.chodae.provisioning.DirectoryUserChange;
import io.chodae.wire.Answer;
import io.chodae.wire.ApiError;
import io.chodae.wire.Parsed;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** update and patch: as with Google both leave as it is what they do not mention. */
@Component
class AnswerChange {

    private final FindUser find;
    private final ChangeDirectoryUser change;
    private final AnswerUserReads reads;

    AnswerChange(FindUser find, ChangeDirectoryUser change, AnswerUserReads reads) {
        this.find = find;
        this.change = change;
        this.reads = reads;
    }

    Answer answer(DirectoryCall call) {
        Parsed<Answer> answer = find.find(call)
                .then(user -> UserBodyParser.parse(call.call())
                        .then(AnswerChange::possible)
                        .map(body -> answer(call, user, body)));
        return switch (answer) {
            case Parsed.Good<Answer> good -> good.value();
            case Parsed.Bad<Answer> bad -> call.refused(bad.error());
        };
    }

    private static Parsed<UserBody> possible(UserBody body) {
        return body.mustChangePassword()
                ? Parsed.invalid(
                        "Invalid Input: changePasswordAtNextLogin: this server can not ask for a new password at"
                                + " a sign-in. Send a password, or have a link mailed from the console.")
                : Parsed.good(body);
    }

    private Answer answer(DirectoryCall call, DirectoryUser user, UserBody body) {
        Optional<ApiError> stale = IfMatch.fault(call.call(), user);
        if (stale.isPresent()) {
            return call.refused(stale.get());
        }
        Long seen = IfMatch.isAsked(call.call()) ? (Long) user.version() : null;
        return switch (change.change(call.customer(), user.id(), change(body), seen, call.actor())) {
            case ChangeDirectoryUserResult.Changed changed -> reads.answer(call, changed.user());
            case ChangeDirectoryUserResult.Unchanged unchanged -> reads.answer(call, unchanged.user());
            case ChangeDirectoryUserResult.NotFound ignored -> call.refused(FindUser.notFound(call.userKey()));
            case ChangeDirectoryUserResult.Stale ignored -> call.refused(IfMatch.stale());
            case ChangeDirectoryUserResult.Invalid invalid -> call.refused(Refusals.of(invalid.faults()));
            case ChangeDirectoryUserResult.LastOwner ignored -> call.refused(Refusals.lastOwner());
            case ChangeDirectoryUserResult.NotYours ignored -> call.refused(Refusals.notAllowed());
        };
    }

    private static DirectoryUserChange change(UserBody body) {
        return new DirectoryUserChange(
                filled(body.email()),
                body.givenName(),
                body.familyName(),
                body.displayName(),
                body.language(),
                body.externalId(),
                body.suspended(),
                filled(body.password()));
    }

    /** Address and password can be changed and not cleared. */
    private static @Nullable String filled(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
