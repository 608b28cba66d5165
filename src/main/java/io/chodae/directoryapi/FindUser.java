package io.chodae.directoryapi;

import io.chodae.provisioning.DirectoryUser;
import io.chodae.provisioning.DirectoryUsers;
import io.chodae.shared.AccountId;
import io.chodae.shared.EmailAddress;
import io.chodae.wire.ApiError;
import io.chodae.wire.Parsed;
import io.chodae.wire.Quoted;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Finds whom a {@code userKey} means: the id or the primary address of a user of the caller's customer. */
@Component
class FindUser {

    private static final Pattern ID = Pattern.compile("[0-9]{1,18}");

    private final DirectoryUsers users;

    FindUser(DirectoryUsers users) {
        this.users = users;
    }

    Parsed<DirectoryUser> find(DirectoryCall call) {
        String key = call.userKey();
        Optional<DirectoryUser> user = ID.matcher(key).matches()
                ? users.find(call.customer(), new AccountId(Long.parseLong(key)))
                : EmailAddress.parse(key).flatMap(email -> users.find(call.customer(), email));
        return user.map(Parsed::good).orElseGet(() -> Parsed.bad(notFound(key)));
    }

    static ApiError notFound(String key) {
        return ApiError.notFound("Resource Not Found: userKey. There is no user \"%s\" of this customer, neither by id"
                        .formatted(Quoted.of(key))
                + " nor by primary address.");
    }
}
