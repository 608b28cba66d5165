package io.chodae.provisioning;

import io.chodae.provisioning.UserFilter.Is;
import io.chodae.shared.EmailAddress;
import io.chodae.shared.SqlCondition;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes filters as conditions on the rows of {@link DirectoryUserRows}. */
final class UserConditions {

    private final Map<String, Object> params = new HashMap<>();

    private UserConditions() {}

    static SqlCondition of(UserFilter filter) {
        UserConditions conditions = new UserConditions();
        String sql = conditions.sql(filter);
        return new SqlCondition(sql, conditions.params);
    }

    /** What a field is in SQL; texts as they are compared. */
    static String column(UserField field) {
        return switch (field) {
            case ID -> "a.account_id";
            case EMAIL -> "a.email_key";
            case GIVEN_NAME -> "lower(coalesce(u.given_name, ''))";
            case FAMILY_NAME -> "lower(coalesce(u.family_name, ''))";
            case DISPLAY_NAME -> "lower(a.name)";
            case EXTERNAL_ID -> "coalesce(u.external_id, '')";
            case LANGUAGE -> "a.language";
            case SUSPENDED -> "(a.suspended_at is not null)";
            case CREATED -> "a.created_at";
            case UPDATED -> "coalesce(u.updated_at, a.managed_since)";
        };
    }

    private String sql(UserFilter filter) {
        return switch (filter) {
            case UserFilter.All ignored -> "true";
            case UserFilter.And and -> joined(and.parts(), " and ", "true");
            case UserFilter.Or or -> joined(or.parts(), " or ", "false");
            case UserFilter.Not not -> "not (" + sql(not.part()) + ")";
            case Is is -> is(is);
        };
    }

    private String joined(List<UserFilter> parts, String word, String none) {
        return parts.isEmpty()
                ? none
                : parts.stream().map(this::sql).collect(Collectors.joining(")" + word + "(", "(", ")"));
    }

    private String is(Is is) {
        UserField field = is.field();
        String column = column(field);
        if (is.match() == UserMatch.PRESENT) {
            return field.isTime() || field == UserField.ID || field == UserField.SUSPENDED ? "true" : column + " <> ''";
        }
        return switch (field) {
            case SUSPENDED -> column + " = " + param(Boolean.valueOf(is.value()));
            case CREATED, UPDATED ->
                column
                        + sign(is.match())
                        + param(Timestamp.from(Is.time(is.value()).orElseThrow()));
            case ID -> id(is);
            case EXTERNAL_ID -> externalId(is);
            case LANGUAGE -> text(column, is.match(), "upper(" + param(is.value()) + ")");
            case EMAIL -> email(is);
            case GIVEN_NAME, FAMILY_NAME, DISPLAY_NAME -> text(column, is.match(), "lower(" + param(is.value()) + ")");
        };
    }

    private String id(Is is) {
        if (is.match() == UserMatch.EQUALS) {
            return is.value().matches("[1-9][0-9]{0,17}")
                    ? "a.account_id = " + param(Long.valueOf(is.value()))
                    : "false";
        }
        return text("a.account_id::text", is.match(), param(is.value()));
    }

    /** The one question that programs ask about every user: by the index, and true or false also of those without one. */
    private String externalId(Is is) {
        if (is.match() == UserMatch.EQUALS && !is.value().isEmpty()) {
            return "a.account_id in (select f.account_id from directory_user f where f.customer_id = :customer"
                    + " and f.external_id <> '' and f.external_id = " + param(is.value()) + ")";
        }
        return text(column(UserField.EXTERNAL_ID), is.match(), param(is.value()));
    }

    /** Of two spellings of one address both are found, by a part of it too. */
    private String email(Is is) {
        if (is.match() == UserMatch.EQUALS) {
            return "a.email_key = "
                    + param(EmailAddress.parse(is.value())
                            .map(EmailAddress::key)
                            .orElse(is.value()));
        }
        String value = "lower(" + param(is.value()) + ")";
        String byKey = text("a.email_key", is.match(), value);
        return is.match().isPart() ? "(" + byKey + " or " + text("lower(a.email)", is.match(), value) + ")" : byKey;
    }

    private static String text(String column, UserMatch match, String value) {
        return switch (match) {
            case STARTS_WITH -> "starts_with(" + column + ", " + value + ")";
            case ENDS_WITH -> "right(" + column + ", length(" + value + ")) = " + value;
            case CONTAINS -> "strpos(" + column + ", " + value + ") > 0";
            case PRESENT -> "true";
            case EQUALS, GREATER, GREATER_OR_EQUAL, LESS, LESS_OR_EQUAL -> column + sign(match) + value;
        };
    }

    private static String sign(UserMatch match) {
        return switch (match) {
            case GREATER -> " > ";
            case GREATER_OR_EQUAL -> " >= ";
            case LESS -> " < ";
            case LESS_OR_EQUAL -> " <= ";
            case EQUALS, STARTS_WITH, ENDS_WITH, CONTAINS, PRESENT -> " = ";
        };
    }

    private String param(Object value) {
        String name = "asked" + params.size();
        params.put(name, value);
        return ":" + name;
    }
}
