package io.chodae.bizkit;

import java.util.List;

/** What the form of a user group holds. */
public record GroupContent(String name, String extraInfo, List<Long> playIds) {

    public GroupContent {
        playIds = List.copyOf(playIds);
    }
}
