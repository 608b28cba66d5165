package io.chodae.scim;

import io.chodae.identity.ManagedChange;
import io.chodae.provisioning.ChangeDirectoryUser;
import io.chodae.provisioning.ChangeDirectoryUserResult;
import io.chodae.provisioning.ConflictHandling;
import io.chodae.provisioning.CreateDirectoryUser;
import io.chodae.provisioning.CreateUserResult;
import io.chodae.provisioning.DeleteDirectoryUser;
import io.chodae.provisioning.DirectoryUser;
import io.chodae.provisioning.DirectoryUserChange;
import io.chodae.provisioning.DirectoryUsers;
import io.chodae.shared.AccountId;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Creates, changes and removes users, and says on the wire what came of it. */
@Component
class WriteUsers {

    private final DirectoryUsers users;
    private final CreateDirectoryUser create;
    private final ChangeDirectoryUser change;
    private final DeleteDirectoryUser delete;
    private final String base;

    WriteUsers(
            DirectoryUsers users,
            CreateDirectoryUser create,
            ChangeDirectoryUser change,
            DeleteDirectoryUser delete,
            @Value("${chodae.public-url}") String publicUrl) {
        this.users = users;
        this.create = create;
        this.change = change;
        this.delete = delete;
        this.base = UserJson.base(publicUrl);
    }

    Reply create(Call call, ScimCaller caller) {
        return Projection.parse(call.query())
                .reply(projection -> RequestBody.read(call)
                        .then(UserBody::created)
                        .reply(user -> switch (create.create(
                                caller.customer(), user, ConflictHandling.POLICY, caller.actor())) {
                            case CreateUserResult.Created created -> made(created.user(), projection);
                            case CreateUserResult.Replaced replaced -> made(replaced.user(), projection);
                            case CreateUserResult.Invited invited -> Refusals.invited(invited.email());
                            case CreateUserResult.Conflict conflict ->
                                Reply.refused(Refusals.conflict(conflict.reason()));
                            case CreateUserResult.Exists exists -> Reply.refused(Refusals.exists());
                            case CreateUserResult.Invalid invalid -> Reply.refused(Refusals.invalid(invalid.faults()));
                        }));
    }

    Reply replace(Call call, ScimCaller caller, AccountId id) {
        return change(call, caller, id, UserBody::replaced);
    }

    Reply patch(Call call, ScimCaller caller, AccountId id) {
        return change(call, caller, id, UserBody::patched);
    }

    Reply remove(Call call, ScimCaller caller, AccountId id) {
        Optional<DirectoryUser> user = users.find(caller.customer(), id);
        if (user.isEmpty()) {
            return Reply.refused(ScimError.notFound());
        }
        if (EntityTags.isOutdated(call.header("if-match"), user.get().version())) {
            return Reply.refused(ScimError.stale());
        }
        ManagedChange removed = delete.delete(caller.customer(), id, caller.actor());
        return switch (removed) {
            case DONE, UNCHANGED, SUSPENDED -> Reply.empty(204);
            case NOT_MANAGED -> Reply.refused(ScimError.notFound());
            case LAST_OWNER -> Reply.refused(Refusals.lastOwner());
            case NOT_YOURS -> Reply.refused(Refusals.notYours());
            case ADDRESS_TAKEN, FOREIGN_DOMAIN, MALFORMED -> throw new IllegalStateException(removed.name());
        };
    }

    private Reply change(
            Call call,
            ScimCaller caller,
            AccountId id,
            BiFunction<ObjectNode, DirectoryUser, Parsed<DirectoryUserChange>> read) {
        Optional<DirectoryUser> found = users.find(caller.customer(), id);
        if (found.isEmpty()) {
            return Reply.refused(ScimError.notFound());
        }
        DirectoryUser user = found.get();
        Optional<String> ifMatch = call.header("if-match");
        if (EntityTags.isOutdated(ifMatch, user.version())) {
            return Reply.refused(ScimError.stale());
        }
        @Nullable Long expected = ifMatch.isEmpty() ? null : user.version();
        return Projection.parse(call.query())
                .reply(projection -> RequestBody.read(call)
                        .then(body -> read.apply(body, user))
                        .reply(wanted -> switch (change.change(
                                caller.customer(), id, wanted, expected, caller.actor())) {
                            case ChangeDirectoryUserResult.Changed changed -> written(changed.user(), projection);
                            case ChangeDirectoryUserResult.Unchanged same -> written(same.user(), projection);
                            case ChangeDirectoryUserResult.NotFound gone -> Reply.refused(ScimError.notFound());
                            case ChangeDirectoryUserResult.Stale stale -> Reply.refused(ScimError.stale());
                            case ChangeDirectoryUserResult.Invalid invalid ->
                                Reply.refused(Refusals.invalid(invalid.faults()));
                            case ChangeDirectoryUserResult.LastOwner last -> Reply.refused(Refusals.lastOwner());
                            case ChangeDirectoryUserResult.NotYours other -> Reply.refused(Refusals.notYours());
                        }));
    }

    private Reply made(DirectoryUser user, Projection projection) {
        return written(user, projection).withStatus(201);
    }

    private Reply written(DirectoryUser user, Projection projection) {
        return Reply.ok(projection.of(UserJson.of(user, base)))
                .with("Location", UserJson.location(user, base))
                .with("ETag", EntityTags.of(user.version()));
    }
}
