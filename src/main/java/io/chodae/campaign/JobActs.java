package io.chodae.campaign;

import io.chodae.audit.Actor;
import io.chodae.bizkit.BizKits;
import io.chodae.bizkit.RetargetOffers;
import io.chodae.invitation.BulkCause;
import io.chodae.invitation.BulkOutcome;
import io.chodae.invitation.CancelMany;
import io.chodae.invitation.Invitation;
import io.chodae.invitation.MoveInvitations;
import io.chodae.invitation.ResendInvitations;
import io.chodae.shared.CustomerId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Does to a chunk of people what a job says, in the caller's transaction. */
@Component
class JobActs {

    private final BizKits kits;
    private final ResendInvitations resend;
    private final CancelMany cancel;
    private final MoveInvitations move;
    private final RetargetOffers retarget;

    JobActs(BizKits kits, ResendInvitations resend, CancelMany cancel, MoveInvitations move, RetargetOffers retarget) {
        this.kits = kits;
        this.resend = resend;
        this.cancel = cancel;
        this.move = move;
        this.retarget = retarget;
    }

    Map<Long, BulkOutcome> act(InvitationJob job, List<Long> ids, Actor actor) {
        CustomerId customer = job.customer();
        BulkCause cause = new BulkCause("invitation_job", String.valueOf(job.id()));
        return switch (job.act()) {
            case RESEND -> resend.resend(customer, ids, kits.get(customer).invitationLifetime(), actor, cause);
            case CANCEL -> cancel.cancel(customer, ids, actor, cause);
            case MOVE -> move(customer, ids, Objects.requireNonNull(job.groupId()), actor, cause);
        };
    }

    /** The invitations are locked before the group and its Plays, as whoever accepts does it. */
    private Map<Long, BulkOutcome> move(
            CustomerId customer, List<Long> ids, long groupId, Actor actor, BulkCause cause) {
        Set<Long> offers =
                move.lock(customer, ids).stream().map(Invitation::offerId).collect(Collectors.toSet());
        Map<Long, Long> targets = new HashMap<>(retarget.into(customer, offers, groupId));
        Set<Long> standing = retarget.standing(customer, targets.values());
        targets.values().retainAll(standing);
        return move.move(customer, ids, targets, actor, cause);
    }
}
