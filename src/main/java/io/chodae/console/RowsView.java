package io.chodae.console;

import io.chodae.campaign.RowFilter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which part of a list the page shows; every form of the page carries it along, so that its answer leads back there.
 *
 * @param filter name of a {@link RowFilter}; null where the page is to choose
 * @param q part of name, address or phone
 * @param after where the page before ended
 */
record RowsView(
        @Nullable String filter,
        @Nullable String q,
        @Nullable String after) {

    RowFilter filterOr(RowFilter usual) {
        for (RowFilter known : RowFilter.values()) {
            if (known.name().equals(filter)) {
                return known;
            }
        }
        return usual;
    }

    String text() {
        return q == null ? "" : q;
    }

    Optional<String> position() {
        return Optional.ofNullable(after).filter(text -> !text.isEmpty());
    }

    /** @param anchor of the page; empty for its top */
    String redirect(long draftId, String anchor) {
        UriComponentsBuilder page = UriComponentsBuilder.fromPath("/console/invite/" + draftId + "/people")
                .queryParamIfPresent("filter", Optional.ofNullable(filter))
                .queryParamIfPresent("q", Optional.ofNullable(q).filter(text -> !text.isEmpty()))
                .queryParamIfPresent("after", position());
        return "redirect:" + page.encode().build().toUriString() + anchor;
    }
}
