package io.chodae.identity;

import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.directory.Accounts;
import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;
import io.chodae.shared.Language;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A person changes name or language. */
@Component
public class UpdateProfile {

    private final Accounts accounts;
    private final AuditTrail audit;

    UpdateProfile(Accounts accounts, AuditTrail audit) {
        this.accounts = accounts;
        this.audit = audit;
    }

    /** @param name as typed */
    @Transactional
    public ProfileResult update(AccountId id, String name, Language language) {
        FormCheck form = new FormCheck();
        String plainName = form.name("name", name);
        if (form.isFaulty()) {
            return new ProfileResult.Invalid(form.faults());
        }
        accounts.update(id, plainName, language);
        audit.record(
                CustomerId.HOUSE,
                Actor.account(id, accounts.find(id).orElseThrow().email().value()),
                "account.changed",
                "account",
                Long.toString(id.value()),
                Map.of("name", plainName, "language", language.tag()));
        return new ProfileResult.Saved();
    }
}
