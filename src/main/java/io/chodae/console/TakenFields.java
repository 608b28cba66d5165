package io.chodae.console;

import io.chodae.campaign.DraftContent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Fields of an open page that somebody else has changed: what stands in the page, and what is to stand there. */
final class TakenFields {

    private TakenFields() {}

    /**
     * @param name of the input
     * @param mine what the page sent; a script changes nothing where it holds something else by now
     */
    record Taken(String name, String mine, String theirs) {}

    static List<Taken> between(DraftContent page, DraftContent stored) {
        Map<String, String> after = inputs(stored);
        return inputs(page.cleaned()).entrySet().stream()
                .filter(input -> !input.getValue().equals(after.get(input.getKey())))
                .map(input ->
                        new Taken(input.getKey(), input.getValue(), Objects.requireNonNull(after.get(input.getKey()))))
                .toList();
    }

    private static Map<String, String> inputs(DraftContent content) {
        Map<String, String> inputs = new LinkedHashMap<>();
        inputs.put("inviterName", content.inviterName());
        inputs.put("contactEmail", content.contactEmail());
        inputs.put("contactPhone", content.contactPhone());
        inputs.put("language", content.language().tag());
        inputs.put("reason", content.reason());
        inputs.put("target", content.target().name());
        inputs.put("groupId", Objects.toString(content.groupId(), ""));
        inputs.put("newGroupName", content.newGroupName());
        inputs.put("newGroupExtraInfo", content.newGroupExtraInfo());
        inputs.put(
                "playIds",
                content.playIds().stream().sorted().map(String::valueOf).collect(Collectors.joining(",")));
        return inputs;
    }
}
