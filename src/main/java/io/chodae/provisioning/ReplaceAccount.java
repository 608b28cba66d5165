package io.chodae.provisioning;

import io.chodae.audit.Actor;
import io.chodae.directory.EvictAccount;
import io.chodae.directory.EvictionResult;
import io.chodae.shared.CustomerId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes the address from the account that has it and makes the user, both or neither. */
@Component
class ReplaceAccount {

    private final EvictAccount evict;
    private final WriteUser write;

    ReplaceAccount(EvictAccount evict, WriteUser write) {
        this.evict = evict;
        this.write = write;
    }

    /**
     * What came of it; both are null where another account is in the way than a moment ago.
     *
     * @param user where the account was replaced
     * @param reason where nothing changed
     */
    record Outcome(@Nullable DirectoryUser user, @Nullable ConflictReason reason) {}

    /** In the caller's transaction, which is to be rolled back where there is no user. */
    Outcome replace(CustomerId customer, CheckedUser user, Actor actor) {
        return switch (evict.evict(customer, user.email(), actor)) {
            case EvictionResult.Evicted ignored -> {
                Optional<DirectoryUser> written = write.write(customer, user, actor);
                yield new Outcome(written.orElse(null), null);
            }
            case EvictionResult.Refused refused ->
                new Outcome(
                        null,
                        switch (refused.reason()) {
                            case EXEMPT -> ConflictReason.EXEMPT;
                            case OPERATOR -> ConflictReason.OPERATOR;
                            case FOREIGN_DOMAIN -> ConflictReason.FOREIGN_DOMAIN;
                            case NO_ACCOUNT, MANAGED -> null;
                        });
        };
    }
}
