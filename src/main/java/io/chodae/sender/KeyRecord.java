package io.chodae.sender;

import io.chodae.sender.SendingKey.Finding;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Compares what stands in a key's place (RFC 6376, 3.6.1) with what should. */
final class KeyRecord {

    private KeyRecord() {}

    /** More than one record is as bad as a wrong one: whom a reader picks is not defined. */
    static Finding compare(List<String> texts, String publicKey) {
        if (texts.isEmpty()) {
            return Finding.MISSING;
        }
        return texts.size() == 1 && holds(tags(texts.getFirst()), publicKey) ? Finding.FOUND : Finding.DIFFERENT;
    }

    private static boolean holds(Map<String, String> tags, String publicKey) {
        return tags.getOrDefault("v", "DKIM1").equals("DKIM1")
                && tags.getOrDefault("k", "rsa").equals("rsa")
                && lists(tags.getOrDefault("h", "sha256"), "sha256")
                && (lists(tags.getOrDefault("s", "*"), "*") || lists(tags.getOrDefault("s", "*"), "email"))
                && tags.getOrDefault("p", "").replaceAll("\\s", "").equals(publicKey);
    }

    private static boolean lists(String value, String word) {
        return Arrays.stream(value.split(":", -1)).anyMatch(each -> each.strip().equals(word));
    }

    private static Map<String, String> tags(String text) {
        return Arrays.stream(text.split(";", -1))
                .filter(tag -> tag.contains("="))
                .collect(Collectors.toMap(
                        tag -> tag.substring(0, tag.indexOf('=')).strip(),
                        tag -> tag.substring(tag.indexOf('=') + 1).strip(),
                        (first, second) -> second));
    }
}
