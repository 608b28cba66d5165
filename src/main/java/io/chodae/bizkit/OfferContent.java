package io.chodae.bizkit;

import java.util.List;
import java.util.OptionalLong;

/**
 * What is to be offered, checked already.
 *
 * @param groupId empty for unclassified people
 * @param playIds only without a group: a group brings its own
 */
public record OfferContent(
        String inviterName,
        String contactEmail,
        String contactPhone,
        String reason,
        OptionalLong groupId,
        List<Long> playIds) {

    public OfferContent {
        playIds = List.copyOf(playIds);
    }
}
