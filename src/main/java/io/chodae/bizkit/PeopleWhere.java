package io.chodae.bizkit;

import io.chodae.shared.LikePattern;
import java.time.LocalDate;
import java.util.Map;

/** Writes a selection as a condition on {@code enrolled_user u}, all beginning with {@code and}. */
final class PeopleWhere {

    private PeopleWhere() {}

    /** @param params takes what the condition names */
    static String of(Selection selection, LocalDate today, Map<String, Object> params) {
        return switch (selection) {
            case Selection.Matching matching -> of(matching.filter(), today, params);
            case Selection.Chosen chosen -> {
                params.put("chosen", chosen.userIds().toArray(Long[]::new));
                yield " and u.user_id = any(:chosen::bigint[])";
            }
            case Selection.Listed listed -> {
                params.put("list", listed.listId());
                yield """
                         and u.user_id in (select r.user_id from people_list_row r
                                           where r.customer_id = :customer and r.list_id = :list
                                             and r.user_id is not null)
                        """;
            }
        };
    }

    private static String of(PeopleFilter filter, LocalDate today, Map<String, Object> params) {
        return group(filter.group(), params)
                + (filter.type() == null ? "" : type(filter.type()))
                + standing(filter.standing(), today, params)
                + text(filter.text(), params);
    }

    private static String group(GroupFilter group, Map<String, Object> params) {
        return switch (group) {
            case GroupFilter.All all -> "";
            case GroupFilter.Unclassified none -> " and coalesce(u.group_id, 0) = 0";
            case GroupFilter.Group one -> {
                params.put("group", one.groupId());
                yield " and coalesce(u.group_id, 0) = :group";
            }
        };
    }

    /** Written out, so that the rare kind is found by its own index. */
    private static String type(ServiceType type) {
        return switch (type) {
            case SERVICE -> " and u.service_type = 'SERVICE'";
            case PLAY -> " and u.service_type = 'PLAY'";
        };
    }

    private static String standing(PeopleStanding standing, LocalDate today, Map<String, Object> params) {
        return switch (standing) {
            case ANY -> "";
            case SUSPENDED -> " and u.suspended_at is not null";
            case ENDING -> {
                params.put("soon", today.plusDays(PeopleStanding.SOON));
                yield " and u.ends_on <= :soon";
            }
        };
    }

    private static String text(String text, Map<String, Object> params) {
        if (text.isBlank()) {
            return "";
        }
        params.put("text", LikePattern.contains(text));
        params.put("digits", LikePattern.inDigits(text));
        return """
                 and (lower(u.email) like :text or u.email_key like :text or lower(u.name) like :text
                      or u.phone like :digits)
                """;
    }
}
