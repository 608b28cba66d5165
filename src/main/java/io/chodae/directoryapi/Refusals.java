package io.chodae.directoryapi;

import io.chodae.provisioning.ConflictReason;
import io.chodae.provisioning.DirectoryUser;
import io.chodae.provisioning.UserFault;
import io.chodae.wire.ApiError;
import io.chodae.wire.ApiStatus;
import io.chodae.wire.Quoted;
import java.util.Collection;
import java.util.stream.Collectors;

/** What a refused insert, change or end tells its caller. */
final class Refusals {

    private static final String WAIT = "3600";

    private Refusals() {}

    static ApiError exists(DirectoryUser user) {
        return ApiError.of(
                ApiStatus.ALREADY_EXISTS,
                "Entity already exists. The user %s has the id %d."
                        .formatted(Quoted.of(user.email().value()), user.id().value()));
    }

    static ApiError of(ConflictReason reason) {
        return switch (reason) {
            case TOO_MANY_MAILS ->
                ApiError.of(
                                ApiStatus.RESOURCE_EXHAUSTED,
                                "Enough mails went to this address or from this customer for now.")
                        .withHeader("Retry-After", WAIT);
            case CUSTOMER_SUSPENDED ->
                ApiError.of(ApiStatus.PERMISSION_DENIED, "Whoever runs this server has stopped the customer.");
            default ->
                ApiError.of(
                        ApiStatus.ALREADY_EXISTS, "Entity already exists. The user was not created: " + words(reason));
        };
    }

    private static String words(ConflictReason reason) {
        return switch (reason) {
            case DO_NOT_CREATE ->
                "somebody's own account has this address. With resolveConflictAccount=true the customer's conflict"
                        + " policy decides what is done; it may be that this is what it decided.";
            case EXEMPT -> "the customer's own list says that the address stays with its person.";
            case OPERATOR -> "whoever has this address works in the console of a customer.";
            case MANAGED_ELSEWHERE -> "another organisation manages the account that has this address.";
            case CANNOT_INVITE -> "the address takes no mail, or its owner asked for no more invitations.";
            case DECLINED -> "the person was invited and declined.";
            case ASKED_IN_VAIN -> "the person was invited lately, and reminded, and has not answered.";
            case FOREIGN_DOMAIN -> "the customer no longer holds the domain.";
            case TOO_MANY_MAILS, CUSTOMER_SUSPENDED -> "";
        };
    }

    static ApiError of(Collection<UserFault> faults) {
        String message = faults.stream().sorted().map(Refusals::words).collect(Collectors.joining("; "));
        boolean taken = faults.contains(UserFault.ADDRESS_TAKEN) || faults.contains(UserFault.EXTERNAL_ID_TAKEN);
        return faults.size() == 1 && taken
                ? ApiError.of(ApiStatus.ALREADY_EXISTS, "Entity already exists. " + message + ".")
                : ApiError.invalid("Invalid Input: " + message + ".");
    }

    private static String words(UserFault fault) {
        return switch (fault) {
            case EMAIL_MALFORMED -> "primaryEmail: it is no e-mail address";
            case FOREIGN_DOMAIN ->
                "primaryEmail: its domain is no verified primary or secondary domain of the customer";
            case ADDRESS_TAKEN -> "primaryEmail: another account has the address";
            case GIVEN_NAME_TOO_LONG -> "name.givenName: it is too long";
            case FAMILY_NAME_TOO_LONG -> "name.familyName: it is too long";
            case NAME_TOO_LONG -> "name: it is too long";
            case EXTERNAL_ID_TOO_LONG -> "externalIds: it is too long";
            case EXTERNAL_ID_TAKEN -> "externalIds: another user has it";
            case PASSWORD_SHORT -> "password: it is too short";
            case PASSWORD_LONG -> "password: it is too long";
            case PASSWORD_ADDRESS -> "password: it is the address";
            case PASSWORD_COMMON -> "password: it is one of those that are tried first";
        };
    }

    static ApiError lastOwner() {
        return ApiError.of(
                ApiStatus.PERMISSION_DENIED,
                "Not Authorized: a customer would be left without an owner. Make somebody else an owner first.");
    }

    static ApiError notAllowed() {
        return ApiError.of(
                ApiStatus.PERMISSION_DENIED,
                "Not Authorized: the administrator's role does not cover that of this user.");
    }
}
