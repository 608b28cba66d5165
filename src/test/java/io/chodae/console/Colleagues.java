package io.chodae.console;

import io.chodae.audit.Actor;
import io.chodae.console.Hotels.Hotel;
import io.chodae.directory.Accounts;
import io.chodae.identity.InviteOperator;
import io.chodae.identity.InviteOperatorResult;
import io.chodae.identity.Operators;
import io.chodae.identity.Role;
import io.chodae.shared.AccountId;
import io.chodae.shared.EmailAddress;
import io.chodae.shared.Language;
import java.util.Map;
import org.springframework.boot.test.context.TestComponent;

/** A further colleague of a hotel, who may be changed and removed, and one who is invited. */
@TestComponent
class Colleagues {

    private final Accounts accounts;
    private final Operators operators;
    private final InviteOperator inviteOperator;

    Colleagues(Accounts accounts, Operators operators, InviteOperator inviteOperator) {
        this.accounts = accounts;
        this.operators = operators;
        this.inviteOperator = inviteOperator;
    }

    /** Their ids by the names that {@code routes.csv} has for them. */
    Map<String, String> of(Hotel hotel, String number) {
        AccountId colleague = accounts.create(
                        EmailAddress.of("colleague" + number + "@" + hotel.mark() + ".example"),
                        "Colleague of " + hotel.mark(),
                        Language.EN,
                        true)
                .orElseThrow()
                .id();
        operators.grant(hotel.customer(), colleague, Role.VIEWER);
        InviteOperatorResult invited = inviteOperator.invite(
                hotel.customer(),
                "invited" + number + "@" + hotel.mark() + ".example",
                Role.VIEWER,
                Language.EN,
                // as many as tests need: nobody sends so many that they are counted
                new Actor(null, "owner " + number + " of " + hotel.mark()));
        long invitation = ((InviteOperatorResult.Invited) invited).invitation().id();
        return Map.of("accountId", Long.toString(colleague.value()), "operatorInvitationId", Long.toString(invitation));
    }
}
