package io.chodae.provisioning;

import io.chodae.shared.EmailAddress;
import io.chodae.shared.Language;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a change makes of a user, and what is wrong with it. */
@Component
class PlanChange {

    private final CheckUser check;

    PlanChange(CheckUser check) {
        this.check = check;
    }

    /** @param hash null where the password stays */
    record Hashed(Set<UserFault> faults, @Nullable String hash) {

        /** Without the hash. */
        @Override
        public String toString() {
            return "Hashed[" + faults + "]";
        }
    }

    /** @param email as typed; null where the address stays */
    record Plan(Set<UserFault> faults, @Nullable String email, UserNames names, Language language, String externalId) {}

    Hashed password(DirectoryUser user, DirectoryUserChange change) {
        String password = change.password();
        if (password == null) {
            return new Hashed(Set.of(), null);
        }
        EmailAddress address = change.email() == null
                ? user.email()
                : EmailAddress.parse(change.email()).orElse(user.email());
        Set<UserFault> faults = EnumSet.noneOf(UserFault.class);
        check.password(password, address, faults);
        return new Hashed(faults, faults.isEmpty() ? check.hash(password) : null);
    }

    Plan of(DirectoryUser user, DirectoryUserChange change) {
        Set<UserFault> faults = EnumSet.noneOf(UserFault.class);
        if (change.email() != null && EmailAddress.parse(change.email()).isEmpty()) {
            faults.add(UserFault.EMAIL_MALFORMED);
        }
        Language language = Objects.requireNonNullElse(change.language(), user.language());
        UserNames names = UserNames.of(
                Objects.requireNonNullElse(change.givenName(), user.givenName()),
                Objects.requireNonNullElse(change.familyName(), user.familyName()),
                shown(user, change),
                language,
                user.displayName());
        names.check(faults);
        String externalId =
                change.externalId() == null ? user.externalId() : CheckUser.externalId(change.externalId(), faults);
        return new Plan(faults, other(user, change.email()), names, language, externalId);
    }

    /** Null where it is the very address that the user has: programs that send a whole user repeat it. */
    private static @Nullable String other(DirectoryUser user, @Nullable String email) {
        if (email == null) {
            return null;
        }
        return EmailAddress.parse(email).filter(user.email()::equals).isPresent() ? null : email;
    }

    /** A name that was made of the two others follows them; one that somebody chose stays. */
    private static String shown(DirectoryUser user, DirectoryUserChange change) {
        if (change.displayName() != null) {
            return change.displayName();
        }
        boolean parts = change.givenName() != null || change.familyName() != null;
        boolean made = user.displayName().equals(UserNames.full(user.givenName(), user.familyName(), user.language()));
        return parts && made ? "" : user.displayName();
    }
}
