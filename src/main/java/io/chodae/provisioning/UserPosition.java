package io.chodae.provisioning;

import io.chodae.shared.AccountId;

/**
 * The last user of a slice: the next slice begins behind it, whatever has changed in between.
 *
 * @param value of the field that is sorted by
 */
public record UserPosition(String value, AccountId id) {

    /** Behind this user, in this order. */
    public static UserPosition of(DirectoryUser user, UserOrder order) {
        String value = switch (order.by()) {
            case ID -> Long.toString(user.id().value());
            case EMAIL -> user.email().key();
            case GIVEN_NAME -> user.givenName();
            case FAMILY_NAME -> user.familyName();
            case DISPLAY_NAME -> user.displayName();
            case EXTERNAL_ID -> user.externalId();
            case LANGUAGE -> user.language().name();
            case SUSPENDED -> Boolean.toString(user.suspended());
            case CREATED -> user.created().toString();
            case UPDATED -> user.updated().toString();
        };
        return new UserPosition(value, user.id());
    }
}
