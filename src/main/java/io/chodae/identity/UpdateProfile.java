package io.chodae.identity;

import io.chodae.directory.Accounts;
import io.chodae.shared.AccountId;
import io.chodae.shared.Language;
import org.springframework.stereotype.Component;

/** A person changes name or language. */
@Component
public class UpdateProfile {

    private final Accounts accounts;

    UpdateProfile(Accounts accounts) {
        this.accounts = accounts;
    }

    /** @param name as typed */
    public ProfileResult update(AccountId id, String name, Language language) {
        FormCheck form = new FormCheck();
        String plainName = form.name("name", name);
        if (form.isFaulty()) {
            return new ProfileResult.Invalid(form.faults());
        }
        accounts.update(id, plainName, language);
        return new ProfileResult.Saved();
    }
}
