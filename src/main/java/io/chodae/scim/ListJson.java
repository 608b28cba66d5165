package io.chodae.scim;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A page of a list (RFC 7644, 3.4.2). {@code Resources} is there also when it is empty, for Entra ID looks for it. */
final class ListJson {

    private static final String SCHEMA = "urn:ietf:params:scim:api:messages:2.0:ListResponse";

    private ListJson() {}

    static Map<String, Object> of(long total, long start, List<?> resources) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("schemas", List.of(SCHEMA));
        json.put("totalResults", total);
        json.put("startIndex", start);
        json.put("itemsPerPage", resources.size());
        json.put("Resources", resources);
        return json;
    }
}
