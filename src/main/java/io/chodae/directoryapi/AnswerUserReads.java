package io.chodae.directoryapi;

import io.chodae.directory.VerifiedDomains;
import io.chodae.identity.Role;
import io.chodae.provisioning.DirectoryUser;
import io.chodae.provisioning.DirectoryUsers;
import io.chodae.provisioning.UserPosition;
import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;
import io.chodae.wire.Answer;
import io.chodae.wire.Parsed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** get and list. */
@Component
class AnswerUserReads {

    private final FindUser find;
    private final DirectoryUsers users;
    private final VerifiedDomains domains;
    private final ConsoleRoles roles;
    private final UserPages pages;

    AnswerUserReads(FindUser find, DirectoryUsers users, VerifiedDomains domains, ConsoleRoles roles, UserPages pages) {
        this.find = find;
        this.users = users;
        this.domains = domains;
        this.roles = roles;
        this.pages = pages;
    }

    Answer get(DirectoryCall call) {
        return switch (find.find(call)) {
            case Parsed.Good<DirectoryUser> good -> answer(call, good.value());
            case Parsed.Bad<DirectoryUser> bad -> call.refused(bad.error());
        };
    }

    /** One user, with its version in the header too. */
    Answer answer(DirectoryCall call, DirectoryUser user) {
        Role role = roles.of(call.customer(), user.id());
        return call.rendering()
                .ok(200, Map.of("ETag", IfMatch.etag(user)), UserJson.of(call.customerName(), user, role));
    }

    Answer list(DirectoryCall call) {
        Parsed<Answer> answer = UserListing.parse(call.query(), call.customerName(), domains.of(call.customer()))
                .then(listing -> after(call, listing).map(after -> list(call, listing, after)));
        return switch (answer) {
            case Parsed.Good<Answer> good -> good.value();
            case Parsed.Bad<Answer> bad -> call.refused(bad.error());
        };
    }

    private Parsed<Optional<UserPosition>> after(DirectoryCall call, UserListing listing) {
        Optional<String> token = call.query().value("pageToken");
        return token.isEmpty()
                ? Parsed.good(Optional.empty())
                : pages.open(token.get(), call.customer(), listing).map(Optional::of);
    }

    private Answer list(DirectoryCall call, UserListing listing, Optional<UserPosition> after) {
        CustomerId customer = call.customer();
        List<DirectoryUser> rows =
                users.slice(customer, listing.filter(), listing.order(), after.orElse(null), listing.size() + 1);
        boolean more = rows.size() > listing.size();
        List<DirectoryUser> page = more ? rows.subList(0, listing.size()) : rows;
        Optional<String> token = more
                ? Optional.of(pages.seal(customer, listing, UserPosition.of(page.getLast(), listing.order())))
                : Optional.empty();
        Map<AccountId, Role> known = page.isEmpty() ? Map.of() : roles.of(customer);
        List<Map<String, Object>> json = page.stream()
                .map(user -> UserJson.of(call.customerName(), user, known.get(user.id())))
                .toList();
        return call.rendering().ok(UserJson.list(etag(page), json, token));
    }

    /** Another one whenever anybody on the page is. */
    private static String etag(List<DirectoryUser> page) {
        int hash = page.stream().map(IfMatch::etag).toList().hashCode();
        return "\"" + Integer.toHexString(hash) + "-" + page.size() + "\"";
    }
}
