package io.chodae.scim;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The parameters of a query. Their names are read without regard to case, for there are clients that write {@code startindex}. */
final class QueryString {

    private QueryString() {}

    /** The first value of each, by the name in lower case. What is no escape stays as it is. */
    static Map<String, String> parse(String query) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : query.split("&", -1)) {
            int sign = pair.indexOf('=');
            String name = sign < 0 ? pair : pair.substring(0, sign);
            values.putIfAbsent(decode(name).toLowerCase(Locale.ROOT), sign < 0 ? "" : decode(pair.substring(sign + 1)));
        }
        return values;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
