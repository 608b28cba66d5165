package io.chodae.directoryapi;

import static io.chodae.wire.Schema.ANY;
import static io.chodae.wire.Schema.LEAF;

import io.chodae.wire.Schema;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the answers consist of. A user has all the fields of Google's own, so that a selection that clients make there is
 * taken here; many are never filled.
 */
final class Schemas {

    private static final List<String> PLAIN = List.of(
            "kind",
            "id",
            "etag",
            "primaryEmail",
            "isAdmin",
            "isDelegatedAdmin",
            "lastLoginTime",
            "creationTime",
            "deletionTime",
            "agreedToTerms",
            "suspended",
            "suspensionReason",
            "suspensionTime",
            "archived",
            "archivalTime",
            "changePasswordAtNextLogin",
            "ipWhitelisted",
            "aliases",
            "nonEditableAliases",
            "customerId",
            "orgUnitPath",
            "isMailboxSetup",
            "isEnrolledIn2Sv",
            "isEnforcedIn2Sv",
            "isGuestUser",
            "includeInGlobalAddressList",
            "thumbnailPhotoUrl",
            "thumbnailPhotoEtag",
            "recoveryEmail",
            "recoveryPhone");

    private static final List<String> NESTED = List.of(
            "emails",
            "externalIds",
            "relations",
            "addresses",
            "organizations",
            "phones",
            "languages",
            "posixAccounts",
            "sshPublicKeys",
            "notes",
            "websites",
            "locations",
            "keywords",
            "gender",
            "ims",
            "customSchemas",
            "guestAccountInfo");

    static final Schema USER = user();

    static final Schema USERS =
            new Schema(Map.of("kind", LEAF, "etag", LEAF, "users", USER, "nextPageToken", LEAF, "trigger_event", LEAF));

    private Schemas() {}

    private static Schema user() {
        Map<String, Schema> fields = new HashMap<>();
        PLAIN.forEach(name -> fields.put(name, LEAF));
        NESTED.forEach(name -> fields.put(name, ANY));
        fields.put(
                "name",
                new Schema(Map.of("givenName", LEAF, "familyName", LEAF, "fullName", LEAF, "displayName", LEAF)));
        return new Schema(Map.copyOf(fields));
    }
}
