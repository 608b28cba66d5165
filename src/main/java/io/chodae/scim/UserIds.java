package io.chodae.scim;

import io.chodae.shared.AccountId;
import java.util.Optional;

/** The ids of users as they are written here: the number of the account. */
final class UserIds {

    private UserIds() {}

    static Optional<AccountId> parse(String text) {
        return text.matches("[1-9][0-9]{0,17}") ? Optional.of(new AccountId(Long.parseLong(text))) : Optional.empty();
    }

    static String write(AccountId id) {
        return String.valueOf(id.value());
    }
}
