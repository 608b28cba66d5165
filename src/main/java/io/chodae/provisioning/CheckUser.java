package io.chodae.provisioning;

import io.chodae.directory.VerifiedDomains;
import io.chodae.identity.ManagedPasswords;
import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import io.chodae.shared.Language;
import io.chodae.shared.PlainText;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks what was typed or sent over, and hashes its password: before any transaction. */
@Component
class CheckUser {

    private static final int MAX_EXTERNAL_ID = 255;

    private final VerifiedDomains domains;
    private final ManagedPasswords passwords;

    CheckUser(VerifiedDomains domains, ManagedPasswords passwords) {
        this.domains = domains;
        this.passwords = passwords;
    }

    /** @param user null where there are faults */
    record Checked(Set<UserFault> faults, @Nullable CheckedUser user) {}

    Checked check(CustomerId customer, NewDirectoryUser typed) {
        Set<UserFault> faults = EnumSet.noneOf(UserFault.class);
        Optional<EmailAddress> email = EmailAddress.parse(typed.email());
        if (email.isEmpty()) {
            faults.add(UserFault.EMAIL_MALFORMED);
        }
        email.filter(address -> !holds(customer, address)).ifPresent(foreign -> faults.add(UserFault.FOREIGN_DOMAIN));
        Language language = Objects.requireNonNullElse(typed.language(), Language.KO);
        UserNames names = UserNames.of(
                typed.givenName(),
                typed.familyName(),
                typed.displayName(),
                language,
                email.map(CheckUser::local).orElse(""));
        names.check(faults);
        String externalId = externalId(typed.externalId(), faults);
        String password = typed.password();
        if (password != null) {
            email.ifPresent(address -> password(password, address, faults));
        }
        return faults.isEmpty()
                ? new Checked(
                        faults,
                        new CheckedUser(
                                email.orElseThrow(), names, language, externalId, typed.suspended(), hash(password)))
                : new Checked(faults, null);
    }

    boolean holds(CustomerId customer, EmailAddress address) {
        return domains.holder(address.domain()).filter(customer::equals).isPresent();
    }

    static String externalId(String typed, Set<UserFault> faults) {
        String externalId = PlainText.oneLine(typed);
        if (PlainText.length(externalId) > MAX_EXTERNAL_ID) {
            faults.add(UserFault.EXTERNAL_ID_TOO_LONG);
        }
        return externalId;
    }

    void password(String password, EmailAddress address, Set<UserFault> faults) {
        passwords
                .check(password, address)
                .ifPresent(fault -> faults.add(
                        switch (fault) {
                            case SHORT -> UserFault.PASSWORD_SHORT;
                            case LONG -> UserFault.PASSWORD_LONG;
                            case ADDRESS -> UserFault.PASSWORD_ADDRESS;
                            case COMMON -> UserFault.PASSWORD_COMMON;
                        }));
    }

    @Nullable
    String hash(@Nullable String password) {
        return password == null ? null : passwords.hash(password);
    }

    static String local(EmailAddress address) {
        return address.value().substring(0, address.value().lastIndexOf('@'));
    }
}
