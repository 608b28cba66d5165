package io.chodae.campaign;

import io.chodae.invitation.InvitationQuery;
import java.util.List;

/** Whom a job is about. */
public sealed interface JobPeople {

    /** Whoever was ticked; ids that this customer does not have are passed over. */
    record Chosen(List<Long> invitationIds) implements JobPeople {

        public Chosen {
            invitationIds = List.copyOf(invitationIds);
        }
    }

    /** All that the query finds, whatever page it asks for. */
    record Matching(InvitationQuery query) implements JobPeople {}
}
