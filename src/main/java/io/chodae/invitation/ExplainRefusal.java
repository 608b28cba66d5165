package io.chodae.invitation;

import io.chodae.invitation.Invitation.Withdrawn;
import io.chodae.invitation.OpenInvitation.Opened;
import io.chodae.shared.AccountId;
import io.chodae.shared.LinkToken;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says afterwards why a conditional update found nothing to change. */
@Component
class ExplainRefusal {

    private final OpenInvitation open;

    ExplainRefusal(OpenInvitation open) {
        this.open = open;
    }

    Refusal refusal(LinkToken token, @Nullable AccountId account) {
        Optional<Opened> opened = open.byToken(token);
        if (opened.isEmpty()) {
            return Refusal.UNKNOWN;
        }
        Invitation invitation = opened.get().invitation();
        return switch (invitation.state()) {
            case ACCEPTED ->
                invitation.acceptedBy() != null && invitation.acceptedBy().equals(account)
                        ? Refusal.ALREADY_ACCEPTED_BY_YOU
                        : Refusal.ALREADY_ACCEPTED_BY_OTHER;
            case DECLINED -> Refusal.DECLINED;
            case EXPIRED -> Refusal.EXPIRED;
            case NOT_YET_SENT -> invitation.withdrawn() == Withdrawn.SUPERSEDED ? Refusal.SUPERSEDED : Refusal.CANCELED;
            // Alive, but by another link than this one; or it came alive between the update and this look.
            case INVITED -> Refusal.SUPERSEDED;
        };
    }
}
