package io.chodae.scim;

import io.chodae.provisioning.ConflictReason;
import io.chodae.provisioning.UserFault;
import io.chodae.shared.EmailAddress;
import java.util.Set;
import java.util.stream.Collectors;

/** Says in SCIM why a user is not written, or not yet. */
final class Refusals {

    private Refusals() {}

    /**
     * Not a user yet: an answer without an id, which identity providers keep for a later try, in the form of a message
     * and not of a user, so that nobody takes it for one.
     */
    static Reply invited(EmailAddress email) {
        return Reply.refused(ScimError.of(
                202,
                ("%s already has an account of its own, whose person was invited to become managed. There is a user once"
                                + " the invitation is accepted; until then the same request sends no second mail.")
                        .formatted(email.value())));
    }

    static ScimError exists() {
        return ScimError.taken("There is a user with this userName already. Find it by userName eq.");
    }

    static ScimError lastOwner() {
        return ScimError.of(409, "The user is the only owner of an organisation here, which must keep one.");
    }

    static ScimError notYours() {
        return ScimError.of(
                403,
                "The user works in the console with a role that the administrator of this program does not cover.");
    }

    static ScimError conflict(ConflictReason reason) {
        return ScimError.taken(
                switch (reason) {
                    case DO_NOT_CREATE ->
                        "The address has an unmanaged account, and the organisation's conflict policy is to create"
                                + " nothing then.";
                    case EXEMPT -> "The address has an unmanaged account that is on the organisation's exception list.";
                    case OPERATOR ->
                        "The address belongs to somebody who works in the console of an organisation here.";
                    case MANAGED_ELSEWHERE -> "The account with this address is managed by another organisation.";
                    case CANNOT_INVITE ->
                        "The address has an unmanaged account, and it cannot be invited: it bounces, or its person asked"
                                + " for no invitations.";
                    case DECLINED -> "The address has an unmanaged account, whose person declined to become managed.";
                    case ASKED_IN_VAIN ->
                        "The address has an unmanaged account, whose person was invited and did not answer.";
                    case TOO_MANY_MAILS ->
                        "The address has an unmanaged account, and enough mails were sent to it for now. Try again"
                                + " tomorrow.";
                    case CUSTOMER_SUSPENDED -> "The organisation is stopped.";
                    case FOREIGN_DOMAIN -> "The domain of the address is not verified for the organisation any more.";
                });
    }

    static ScimError invalid(Set<UserFault> faults) {
        String detail = faults.stream().sorted().map(Refusals::sentence).collect(Collectors.joining(" "));
        return faults.contains(UserFault.ADDRESS_TAKEN) || faults.contains(UserFault.EXTERNAL_ID_TAKEN)
                ? ScimError.taken(detail)
                : ScimError.bad(ErrorKind.INVALID_VALUE, detail);
    }

    private static String sentence(UserFault fault) {
        return switch (fault) {
            case EMAIL_MALFORMED -> "userName must be an e-mail address.";
            case FOREIGN_DOMAIN -> "userName must be on a verified domain of the organisation.";
            case ADDRESS_TAKEN -> "Another account has this address.";
            case GIVEN_NAME_TOO_LONG -> "name.givenName is too long.";
            case FAMILY_NAME_TOO_LONG -> "name.familyName is too long.";
            case NAME_TOO_LONG -> "displayName is too long.";
            case EXTERNAL_ID_TOO_LONG -> "externalId is too long.";
            case EXTERNAL_ID_TAKEN -> "Another user has this externalId.";
            case PASSWORD_SHORT -> "password is too short.";
            case PASSWORD_LONG -> "password is too long.";
            case PASSWORD_ADDRESS -> "password must not be the address.";
            case PASSWORD_COMMON -> "password is among the most common ones.";
        };
    }
}
