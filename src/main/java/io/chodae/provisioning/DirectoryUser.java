package io.chodae.provisioning;

import io.chodae.shared.AccountId;
import io.chodae.shared.EmailAddress;
import io.chodae.shared.Language;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A managed account as the organisation that manages it keeps it.
 *
 * @param givenName may be empty, as may the family name
 * @param externalId the organisation's own number for the person, which no other of its users has; may be empty
 * @param created when the account was made; one that became managed by its person's will is older than that
 * @param version grows with every change, whoever makes it
 * @param lastSignIn null where nobody has signed in as long as the server keeps it
 */
public record DirectoryUser(
        AccountId id,
        EmailAddress email,
        String givenName,
        String familyName,
        String displayName,
        Language language,
        String externalId,
        boolean suspended,
        Instant created,
        Instant updated,
        long version,
        @Nullable Instant lastSignIn) {}
