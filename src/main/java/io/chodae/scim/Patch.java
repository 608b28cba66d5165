package io.chodae.scim;

import io.chodae.provisioning.DirectoryUser;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads a PATCH (RFC 7644, 3.5.2) into what it says about a user. Names of operations in any case, values without a path
 * whose names are paths: Entra ID sends both.
 */
final class Patch {

    private static final String SCHEMA = "urn:ietf:params:scim:api:messages:2.0:PatchOp";
    private static final int MOST = 100;

    private final DirectoryUser user;
    private final UserValues values = new UserValues();

    private Patch(DirectoryUser user) {
        this.user = user;
    }

    static Parsed<UserValues> read(ObjectNode body, DirectoryUser user) {
        Optional<JsonNode> operations = Fields.find(body, "Operations");
        if (!Fields.claims(body, SCHEMA)) {
            return Parsed.bad(ErrorKind.INVALID_SYNTAX, "The schemas of the body must name " + SCHEMA + ".");
        }
        if (operations.isEmpty()
                || !operations.get().isArray()
                || operations.get().isEmpty()) {
            return Parsed.bad(ErrorKind.INVALID_SYNTAX, "Operations must be a list of at least one operation.");
        }
        if (operations.get().size() > MOST) {
            return Parsed.bad(ErrorKind.INVALID_SYNTAX, "More than %d operations at once.".formatted(MOST));
        }
        Patch patch = new Patch(user);
        operations.get().forEach(patch::apply);
        return patch.values.checked();
    }

    private void apply(JsonNode node) {
        if (!(node instanceof ObjectNode operation)) {
            fail(ErrorKind.INVALID_SYNTAX, "An operation must be an object.");
            return;
        }
        String op = text(operation, "op").toLowerCase(Locale.ROOT);
        String path = text(operation, "path").strip();
        Optional<JsonNode> value = Fields.find(operation, "value");
        switch (op) {
            case "add", "replace" -> {
                if (value.isEmpty()) {
                    fail(ErrorKind.INVALID_SYNTAX, "The operation %s needs a value.".formatted(op));
                } else if (path.isEmpty()) {
                    putAll(value.get());
                } else {
                    on(path, target -> values.put(target, value.get(), true));
                }
            }
            case "remove" -> {
                if (path.isEmpty()) {
                    fail(ErrorKind.NO_TARGET, "The operation remove needs a path.");
                } else {
                    on(path, values::remove);
                }
            }
            default -> fail(ErrorKind.INVALID_SYNTAX, "op must be add, replace or remove.");
        }
    }

    /** Each name of the value is a path of its own. */
    private void putAll(JsonNode value) {
        if (!(value instanceof ObjectNode object)) {
            fail(ErrorKind.INVALID_VALUE, "Without a path the value must be an object.");
            return;
        }
        ObjectNode plain = Json.MAPPER.createObjectNode();
        object.properties().forEach(field -> {
            if (field.getKey().indexOf('[') < 0) {
                plain.set(field.getKey(), field.getValue());
            } else {
                on(field.getKey(), target -> values.put(target, field.getValue(), true));
            }
        });
        values.putAll(plain, UserIds.write(user.id()), true);
    }

    private void on(String path, Consumer<String> act) {
        switch (PatchPath.parse(path)) {
            case Parsed.Good<PatchPath> good -> {
                Optional<Filter> which = good.value().which();
                if (which.isPresent() && !EmailMatch.matches(which.get(), user.email())) {
                    fail(
                            ErrorKind.NO_TARGET,
                            "The user has no such address: there is one, of the type \"work\", and it is primary.");
                } else {
                    act.accept(good.value().path());
                }
            }
            case Parsed.Bad<PatchPath> bad -> values.fail(bad.error());
        }
    }

    private static String text(ObjectNode operation, String name) {
        return Fields.find(operation, name).map(node -> node.asString("")).orElse("");
    }

    private void fail(ErrorKind kind, String detail) {
        values.fail(ScimError.bad(kind, detail));
    }
}
