package io.chodae.directoryapi;

import io.chodae.shared.Language;
import io.chodae.wire.ApiError;
import io.chodae.wire.Call;
import io.chodae.wire.JsonBody;
import io.chodae.wire.Parsed;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads a user as clients write one. As with Google, what is unknown or only ever answered is passed over, for clients
 * send back whole what they were given; what would be taken for done and is not is refused. The first fault is kept.
 */
final class UserBodyParser {

    private final JsonNode json;
    private @Nullable ApiError fault;

    private UserBodyParser(JsonNode json) {
        this.json = json;
    }

    static Parsed<UserBody> parse(Call call) {
        return JsonBody.object(call).then(json -> new UserBodyParser(json).parse());
    }

    private Parsed<UserBody> parse() {
        JsonNode name = object("name");
        UserBody body = new UserBody(
                text(json, "primaryEmail", "primaryEmail"),
                text(name, "givenName", "name.givenName"),
                text(name, "familyName", "name.familyName"),
                text(name, "displayName", "name.displayName"),
                language(),
                externalId(),
                flag("suspended"),
                text(json, "password", "password"),
                Boolean.TRUE.equals(flag("changePasswordAtNextLogin")));
        refuse();
        return fault == null ? Parsed.good(body) : Parsed.bad(fault);
    }

    /** What a caller would take for done. */
    private void refuse() {
        if (isGiven("hashFunction")) {
            fault(
                    "hashFunction",
                    "hashed passwords are not taken. Send the password as it is, or none: then the person"
                            + " chooses one by a link that is mailed.");
        }
        if (Boolean.TRUE.equals(flag("archived"))) {
            fault("archived", "users are not archived here. Send suspended.");
        }
        String unit = text(json, "orgUnitPath", "orgUnitPath");
        if (unit != null && !unit.isEmpty() && !unit.equals("/")) {
            fault("orgUnitPath", "there are no organisational units here but \"/\".");
        }
    }

    /** The preferred one, else the first, of those that this server speaks; the others are passed over. */
    private @Nullable Language language() {
        Language found = null;
        for (JsonNode one : array("languages")) {
            Optional<Language> spoken = spoken(one.path("languageCode").asString(""));
            if (spoken.isPresent()
                    && (found == null || one.path("preference").asString("").equals("preferred"))) {
                found = spoken.get();
            }
        }
        return found;
    }

    private static Optional<Language> spoken(String code) {
        return switch (code.split("[-_]", 2)[0]) {
            case "ko" -> Optional.of(Language.KO);
            case "en" -> Optional.of(Language.EN);
            default -> Optional.empty();
        };
    }

    private @Nullable String externalId() {
        if (!json.has("externalIds")) {
            return null;
        }
        List<JsonNode> ids = array("externalIds");
        if (ids.size() > 1) {
            fault("externalIds", "this server keeps one of them for each user.");
        }
        return ids.isEmpty() ? "" : text(ids.getFirst(), "value", "externalIds.value");
    }

    private boolean isGiven(String field) {
        return json.has(field) && !json.path(field).isNull();
    }

    private JsonNode object(String field) {
        JsonNode value = json.path(field);
        if (isGiven(field) && !value.isObject()) {
            fault(field, "an object is expected.");
        }
        return value;
    }

    /** Some clients send one of them without the brackets. */
    private List<JsonNode> array(String field) {
        JsonNode value = json.path(field);
        if (!isGiven(field)) {
            return List.of();
        }
        List<JsonNode> all =
                value.isObject() ? List.of(value) : value.valueStream().toList();
        if ((!value.isArray() && !value.isObject()) || all.stream().anyMatch(one -> !one.isObject())) {
            fault(field, "a list of objects is expected.");
            return List.of();
        }
        return all;
    }

    private @Nullable String text(JsonNode parent, String field, String name) {
        if (!parent.has(field)) {
            return null;
        }
        JsonNode value = parent.path(field);
        if (!value.isNull() && !value.isString()) {
            fault(name, "a text is expected.");
        }
        return value.isString() ? value.stringValue() : "";
    }

    private @Nullable Boolean flag(String field) {
        if (!isGiven(field)) {
            return null;
        }
        JsonNode value = json.path(field);
        if (!value.isBoolean()) {
            fault(field, "true or false is expected.");
            return null;
        }
        return value.booleanValue();
    }

    private void fault(String field, String reason) {
        if (fault == null) {
            fault = ApiError.invalid("Invalid Input: " + field + ": " + reason);
        }
    }
}
