package io.chodae.cloudidentity;

import java.util.HashMap;
import java.util.Map;

/** The fields of an answer, so that a selection of fields that does not exist can be refused. */
record Schema(Map<String, Schema> fields) {

    private static final Schema LEAF = new Schema(Map.of());

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

    private static Schema typed(Schema message) {
        Map<String, Schema> fields = new HashMap<>(message.fields());
        fields.put("@type", LEAF);
        return new Schema(Map.copyOf(fields));
    }
}
