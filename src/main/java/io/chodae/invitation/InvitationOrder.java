package io.chodae.invitation;

/** What a list of invitations can be ordered by; an index goes with each. Equals are ordered by their number. */
public enum InvitationOrder {
    /** In which order they were written. */
    NEWEST("i.invitation_id", "bigint"),
    NAME("lower(i.name) collate \"C\"", "text"),
    EMAIL("i.email_key collate \"C\"", "text"),
    /** When the newest mail was asked for. */
    SENT("i.sent_at", "timestamptz"),
    EXPIRES("i.expires_at", "timestamptz");

    private final String expression;
    private final String type;

    InvitationOrder(String expression, String type) {
        this.expression = expression;
        this.type = type;
    }

    /** As its index has it. */
    String expression() {
        return expression;
    }

    /** As text, so that a position can carry it and lose nothing. */
    String key() {
        return "(" + expression + ")::text as sort_key";
    }

    String by(String key, String id, boolean descending) {
        String direction = descending ? " desc" : "";
        return this == NEWEST ? id + direction : key + direction + ", " + id + direction;
    }

    /** What comes after the parameters {@code key} and {@code id}. */
    String after(String key, String id, boolean descending) {
        String sign = descending ? " < " : " > ";
        return this == NEWEST
                ? id + sign + "cast(:id as bigint)"
                : "(" + key + ", " + id + ")" + sign + "(cast(:key as " + type + "), cast(:id as bigint))";
    }
}
