package io.chodae.provisioning;

import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.directory.Accounts;
import io.chodae.identity.ManagedPasswords;
import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes what a change makes of a user, but for the address and the suspension, with one audit row. */
@Component
class WriteChange {

    private final Accounts accounts;
    private final DirectoryUsers users;
    private final DirectoryUserFacts facts;
    private final ManagedPasswords passwords;
    private final AuditTrail audit;

    WriteChange(
            Accounts accounts,
            DirectoryUsers users,
            DirectoryUserFacts facts,
            ManagedPasswords passwords,
            AuditTrail audit) {
        this.accounts = accounts;
        this.users = users;
        this.facts = facts;
        this.passwords = passwords;
        this.audit = audit;
    }

    boolean externalIdIsFree(CustomerId customer, AccountId account, PlanChange.Plan plan) {
        return users.find(customer, account)
                .filter(now -> !now.externalId().equals(plan.externalId()))
                .filter(now -> facts.isTaken(customer, plan.externalId(), now.email()))
                .isEmpty();
    }

    /** Whether anything changed. */
    boolean write(CustomerId customer, DirectoryUser before, PlanChange.Plan plan, @Nullable String hash, Actor actor) {
        UserNames names = plan.names();
        List<String> changed = new ArrayList<>();
        note(changed, "givenName", !before.givenName().equals(names.given()));
        note(changed, "familyName", !before.familyName().equals(names.family()));
        note(changed, "externalId", !before.externalId().equals(plan.externalId()));
        boolean beside = !changed.isEmpty();
        note(changed, "displayName", !before.displayName().equals(names.display()));
        note(changed, "language", before.language() != plan.language());
        boolean ofAccount = !before.displayName().equals(names.display()) || before.language() != plan.language();
        note(changed, "password", hash != null);
        if (ofAccount) {
            accounts.update(before.id(), names.display(), plan.language());
        }
        if (beside) {
            facts.write(customer, before.id(), names, plan.externalId());
        }
        if (hash != null) {
            passwords.set(customer, before.id(), hash);
            facts.touch(before.id());
        }
        if (!changed.isEmpty()) {
            audit.record(
                    customer,
                    actor,
                    "account.edited",
                    "account",
                    Long.toString(before.id().value()),
                    Map.of("email", before.email().value(), "fields", String.join(", ", changed)));
        }
        return !changed.isEmpty();
    }

    private static void note(List<String> changed, String field, boolean differs) {
        if (differs) {
            changed.add(field);
        }
    }
}
