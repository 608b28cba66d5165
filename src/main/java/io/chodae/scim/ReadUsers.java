package io.chodae.scim;

import io.chodae.provisioning.DirectoryUser;
import io.chodae.provisioning.DirectoryUsers;
import io.chodae.shared.AccountId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** One user, or a page of them. */
@Component
class ReadUsers {

    private final DirectoryUsers users;
    private final String base;

    ReadUsers(DirectoryUsers users, @Value("${chodae.public-url}") String publicUrl) {
        this.users = users;
        this.base = UserJson.base(publicUrl);
    }

    Reply one(Call call, ScimCaller caller, AccountId id) {
        Optional<DirectoryUser> found = users.find(caller.customer(), id);
        if (found.isEmpty()) {
            return Reply.refused(ScimError.notFound());
        }
        DirectoryUser user = found.get();
        String tag = EntityTags.of(user.version());
        if (call.header("if-none-match")
                .filter(header -> EntityTags.names(header, user.version()))
                .isPresent()) {
            return Reply.empty(304).with("ETag", tag);
        }
        return Projection.parse(call.query())
                .reply(projection ->
                        Reply.ok(projection.of(UserJson.of(user, base))).with("ETag", tag));
    }

    Reply list(Call call, ScimCaller caller) {
        return Listing.parse(call.query()).reply(listing -> page(listing, caller));
    }

    Reply search(Call call, ScimCaller caller) {
        return RequestBody.read(call)
                .then(SearchBody::parameters)
                .then(Listing::parse)
                .reply(listing -> page(listing, caller));
    }

    private Reply page(Listing listing, ScimCaller caller) {
        long total = users.count(caller.customer(), listing.filter());
        List<DirectoryUser> page = listing.count() == 0 || listing.offset() >= total
                ? List.of()
                : users.slice(caller.customer(), listing.filter(), listing.order(), listing.offset(), listing.count());
        List<Map<String, Object>> resources = page.stream()
                .map(user -> listing.projection().of(UserJson.of(user, base)))
                .toList();
        return Reply.ok(ListJson.of(total, listing.start(), resources));
    }
}
