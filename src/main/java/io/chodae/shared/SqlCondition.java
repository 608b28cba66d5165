package io.chodae.shared;

import java.util.Map;

/**
 * A condition on the rows of one room that asks the tables of another, written by that other: neither has to know the
 * tables of both.
 *
 * @param sql true or false for a row; made of constants only
 * @param params what its named parameters stand for; the names are told apart by the room that writes them
 */
public record SqlCondition(String sql, Map<String, Object> params) {

    public SqlCondition {
        params = Map.copyOf(params);
    }
}
