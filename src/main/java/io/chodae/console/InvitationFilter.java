package io.chodae.console;

import io.chodae.invitation.InvitationQuery;
import io.chodae.invitation.InvitationState;
import io.chodae.mail.DeliveryState;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What part of the invitations a page shows. Every link and button of the page carries it, so that nobody is thrown back
 * to the first page by an act on the fifth.
 */
record InvitationFilter(
        @Nullable String q,
        @Nullable InvitationState state,
        @Nullable Long offer,
        @Nullable String after,
        @Nullable DeliveryState delivery) {

    InvitationQuery query(int limit) {
        return new InvitationQuery(
                text(),
                Optional.ofNullable(state),
                offer == null ? OptionalLong.empty() : OptionalLong.of(offer),
                Optional.ofNullable(after),
                limit);
    }

    public String text() {
        return q == null ? "" : q.strip();
    }

    /** The same people in another state; null for all states. */
    public InvitationFilter in(@Nullable InvitationState other) {
        return new InvitationFilter(q, other, offer, null, null);
    }

    /** Those of the same sending whose newest mail is there; null for all. It stands instead of text and state. */
    public InvitationFilter mailed(@Nullable DeliveryState other) {
        return new InvitationFilter(null, null, offer, null, other);
    }

    /** Whether the mail is asked for: it is known by sending only. */
    public boolean isByMail() {
        return delivery != null && offer != null;
    }

    public InvitationFilter after(String position) {
        return new InvitationFilter(q, state, offer, position, delivery);
    }

    /** Where this part is shown. */
    public String path() {
        UriComponentsBuilder path = UriComponentsBuilder.fromPath("/console/invitations");
        if (!text().isEmpty()) {
            path.queryParam("q", "{q}");
        }
        path.queryParamIfPresent("state", Optional.ofNullable(state))
                .queryParamIfPresent("offer", Optional.ofNullable(offer))
                .queryParamIfPresent("delivery", Optional.ofNullable(delivery))
                .queryParamIfPresent("after", Optional.ofNullable(after));
        return text().isEmpty()
                ? path.encode().toUriString()
                : path.encode().buildAndExpand(text()).toUriString();
    }
}
