package io.chodae.identity;

/**
 * One thing that is wrong with what was entered about a service account; told by the message
 * {@code service-account.fault.<name>}.
 */
public enum ServiceAccountFault {
    NAME_MISSING("name"),
    NAME_TOO_LONG("name"),
    SCOPE_MISSING("scopes"),
    SCOPE_UNKNOWN("scopes");

    private final String field;

    ServiceAccountFault(String field) {
        this.field = field;
    }

    /** Name of the form's field. */
    public String field() {
        return field;
    }
}
