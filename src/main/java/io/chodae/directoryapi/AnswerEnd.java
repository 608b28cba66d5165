package io.chodae.directoryapi;

import io.chodae.identity.ManagedChange;
import io.chodae.identity.ResetManagedAccount;
import io.chodae.provisioning.DeleteDirectoryUser;
import io.chodae.provisioning.DirectoryUser;
import io.chodae.wire.Answer;
import io.chodae.wire.ApiError;
import io.chodae.wire.Parsed;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** delete and signOut: what ends, and answers without a body. */
@Component
class AnswerEnd {

    private final FindUser find;
    private final DeleteDirectoryUser delete;
    private final ResetManagedAccount sessions;

    AnswerEnd(FindUser find, DeleteDirectoryUser delete, ResetManagedAccount sessions) {
        this.find = find;
        this.delete = delete;
        this.sessions = sessions;
    }

    Answer delete(DirectoryCall call) {
        return answer(call, user -> delete.delete(call.customer(), user.id(), call.actor()));
    }

    Answer signOut(DirectoryCall call) {
        return answer(call, user -> sessions.signOutEverywhere(call.customer(), user.id(), call.actor()));
    }

    private interface Act {
        ManagedChange on(DirectoryUser user);
    }

    private Answer answer(DirectoryCall call, Act act) {
        return switch (find.find(call)) {
            case Parsed.Good<DirectoryUser> good -> answer(call, good.value(), act);
            case Parsed.Bad<DirectoryUser> bad -> call.refused(bad.error());
        };
    }

    private static Answer answer(DirectoryCall call, DirectoryUser user, Act act) {
        Optional<ApiError> stale = IfMatch.fault(call.call(), user);
        if (stale.isPresent()) {
            return call.refused(stale.get());
        }
        return switch (act.on(user)) {
            case DONE, UNCHANGED -> Answer.NO_CONTENT;
            case NOT_MANAGED -> call.refused(FindUser.notFound(call.userKey()));
            case LAST_OWNER -> call.refused(Refusals.lastOwner());
            default -> call.refused(Refusals.notAllowed());
        };
    }
}
