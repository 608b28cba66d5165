package io.chodae.campaign;

import io.chodae.bizkit.EnrolledUsers;
import io.chodae.invitation.Invitations;
import io.chodae.shared.CustomerId;
import io.chodae.suppression.SuppressionReason;
import io.chodae.suppression.Suppressions;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * What the publisher already has with the people of a list. Another standing is put in {@link #of} where it belongs, for
 * the last one said of a person counts; beside it stand the check of the column, a {@link RowFilter} and a
 * {@link RowState}.
 */
@Component
class Standing {

    static final String ENROLLED = "ENROLLED";
    static final String INVITED = "INVITED";

    /** Mails to the address came back; whether it is tried again is said of each person. */
    static final String BOUNCED = "BOUNCED";

    /** Asked not to be written to, which nobody but this person can take back. */
    static final String OPTED_OUT = "OPTED_OUT";

    private final EnrolledUsers enrolled;
    private final Invitations invitations;
    private final Suppressions suppressions;

    Standing(EnrolledUsers enrolled, Invitations invitations, Suppressions suppressions) {
        this.enrolled = enrolled;
        this.invitations = invitations;
        this.suppressions = suppressions;
    }

    /** How many of these have a pending invitation, whatever else is true of them. */
    int pending(CustomerId customer, Collection<String> emailKeys) {
        return invitations.pendingAmong(customer, emailKeys).size();
    }

    /**
     * @param emailKeys a few thousand at most
     * @return one of the above for those who are known; nothing for strangers
     */
    Map<String, String> of(CustomerId customer, Collection<String> emailKeys) {
        Map<String, String> standing = new HashMap<>();
        invitations.pendingAmong(customer, emailKeys).forEach(key -> standing.put(key, INVITED));
        Map<String, SuppressionReason> suppressed = suppressions.suppressedAmong(customer, emailKeys);
        suppressed.keySet().forEach(key -> standing.put(key, BOUNCED));
        enrolled.enrolledAmong(customer, emailKeys).forEach(key -> standing.put(key, ENROLLED));
        suppressed.forEach((key, reason) -> {
            if (reason == SuppressionReason.OPTED_OUT) {
                standing.put(key, OPTED_OUT);
            }
        });
        return standing;
    }
}
