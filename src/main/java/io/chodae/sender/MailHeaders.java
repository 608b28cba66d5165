package io.chodae.sender;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The header of a mail of ours, read from its bytes. */
final class MailHeaders {

    private static final Pattern BLANKS = Pattern.compile("[ \\t\\r\\n]+");

    private MailHeaders() {}

    /** Where the body begins. */
    static int end(byte[] mail) {
        for (int i = 0; i + 3 < mail.length; i++) {
            if (mail[i] == '\r' && mail[i + 1] == '\n' && mail[i + 2] == '\r' && mail[i + 3] == '\n') {
                return i + 4;
            }
        }
        throw new IllegalArgumentException("a mail has an empty line below its header");
    }

    /** Every header by its name in lower case, in the relaxed form of RFC 6376, 3.4.2; of several, the last. */
    static Map<String, String> relaxed(byte[] mail, int end) {
        Map<String, String> result = new LinkedHashMap<>();
        String header = new String(mail, 0, end - 4, StandardCharsets.UTF_8);
        for (String each : header.split("\r\n(?![ \t])", -1)) {
            String relaxed = relaxed(each);
            result.put(relaxed.substring(0, relaxed.indexOf(':')), relaxed);
        }
        return result;
    }

    /** One header, without its line's end. */
    static String relaxed(String header) {
        int colon = header.indexOf(':');
        String name = header.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        return name + ":"
                + BLANKS.matcher(header.substring(colon + 1)).replaceAll(" ").strip();
    }
}
