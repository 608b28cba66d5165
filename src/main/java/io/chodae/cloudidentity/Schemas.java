package io.chodae.cloudidentity;

import static io.chodae.wire.Schema.LEAF;

import io.chodae.wire.Schema;
import java.util.HashMap;
import java.util.Map;

/** What the answers of the methods consist of. */
final class Schemas {

    static final Schema USER_INVITATION =
            new Schema(Map.of("name", LEAF, "mailsSentCount", LEAF, "state", LEAF, "updateTime", LEAF));

    static final Schema LIST = new Schema(Map.of("userInvitations", USER_INVITATION, "nextPageToken", LEAF));

    static final Schema INVITABLE = new Schema(Map.of("isInvitableUser", LEAF));

    static final Schema OPERATION = new Schema(Map.of(
            "name", LEAF,
            "done", LEAF,
            "metadata", LEAF,
            "error", new Schema(Map.of("code", LEAF, "message", LEAF, "details", LEAF)),
            "response", typed(USER_INVITATION)));

    private Schemas() {}

    private static Schema typed(Schema message) {
        Map<String, Schema> fields = new HashMap<>(message.fields());
        fields.put("@type", LEAF);
        return new Schema(Map.copyOf(fields));
    }
}
