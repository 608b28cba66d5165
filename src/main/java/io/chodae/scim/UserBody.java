package io.chodae.scim;

import io.chodae.provisioning.DirectoryUser;
import io.chodae.provisioning.DirectoryUserChange;
import io.chodae.provisioning.NewDirectoryUser;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Says what a body says in the words of the directory. */
final class UserBody {

    private UserBody() {}

    /** A whole user, to be created. Addresses beside the user name are passed over: it is the one that counts. */
    static Parsed<NewDirectoryUser> created(ObjectNode body) {
        return whole(body, "").then(values -> {
            String userName = Objects.requireNonNullElse(values.text(UserText.USER_NAME), "");
            if (userName.isBlank()) {
                return Parsed.bad(ErrorKind.INVALID_VALUE, "userName is required: the user's e-mail address.");
            }
            return Parsed.good(new NewDirectoryUser(
                    userName,
                    orEmpty(values.text(UserText.GIVEN_NAME)),
                    orEmpty(values.text(UserText.FAMILY_NAME)),
                    orEmpty(displayName(values)),
                    values.language(),
                    orEmpty(values.text(UserText.EXTERNAL_ID)),
                    Boolean.FALSE.equals(values.active()),
                    values.text(UserText.PASSWORD)));
        });
    }

    /**
     * A whole user in the place of another (RFC 7644, 3.5.1). What it leaves out stays, for there are identity providers
     * that leave out what they once gave; but a name is replaced as one.
     */
    static Parsed<DirectoryUserChange> replaced(ObjectNode body, DirectoryUser user) {
        return whole(body, UserIds.write(user.id())).then(values -> {
            String userName = values.text(UserText.USER_NAME);
            if (userName == null || userName.isBlank()) {
                return Parsed.bad(ErrorKind.INVALID_VALUE, "userName is required: the user's e-mail address.");
            }
            boolean names = values.namesGiven();
            String display = displayName(values);
            return Parsed.good(new DirectoryUserChange(
                    userName,
                    names ? orEmpty(values.text(UserText.GIVEN_NAME)) : null,
                    names ? orEmpty(values.text(UserText.FAMILY_NAME)) : null,
                    display == null && names ? "" : display,
                    values.language(),
                    values.text(UserText.EXTERNAL_ID),
                    suspended(values),
                    values.text(UserText.PASSWORD)));
        });
    }

    /** A PATCH. Where the user name is not written, another e-mail address is the user's other address. */
    static Parsed<DirectoryUserChange> patched(ObjectNode body, DirectoryUser user) {
        return Patch.read(body, user)
                .map(values -> new DirectoryUserChange(
                        values.text(UserText.USER_NAME) == null
                                ? values.text(UserText.EMAIL)
                                : values.text(UserText.USER_NAME),
                        values.text(UserText.GIVEN_NAME),
                        values.text(UserText.FAMILY_NAME),
                        displayName(values) == null && values.namesGiven() && isMadeOfNames(user)
                                ? ""
                                : displayName(values),
                        values.language(),
                        values.text(UserText.EXTERNAL_ID),
                        suspended(values),
                        values.text(UserText.PASSWORD)));
    }

    private static Parsed<UserValues> whole(ObjectNode body, String id) {
        if (!Fields.claims(body, UserAttribute.SCHEMA)) {
            return Parsed.bad(
                    ErrorKind.INVALID_SYNTAX, "The schemas of the body must name " + UserAttribute.SCHEMA + ".");
        }
        UserValues values = new UserValues();
        values.putAll(body, id, false);
        return values.checked();
    }

    /** The one that is shown; a formatted name is the same under its other name. */
    private static @Nullable String displayName(UserValues values) {
        String display = values.text(UserText.DISPLAY_NAME);
        return display == null || display.isBlank() ? firstNonNull(values.text(UserText.FORMATTED), display) : display;
    }

    private static @Nullable String firstNonNull(@Nullable String one, @Nullable String other) {
        return one == null ? other : one;
    }

    /** Whether the name that is shown was made of the two others, so that it goes with them. */
    private static boolean isMadeOfNames(DirectoryUser user) {
        String shown = user.displayName().replaceAll("\\s", "");
        String given = user.givenName().replaceAll("\\s", "");
        String family = user.familyName().replaceAll("\\s", "");
        return shown.equals(given + family) || shown.equals(family + given);
    }

    private static @Nullable Boolean suspended(UserValues values) {
        Boolean active = values.active();
        return active == null ? null : !active;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
