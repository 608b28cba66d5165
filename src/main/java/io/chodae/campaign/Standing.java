package io.chodae.campaign;

import io.chodae.bizkit.EnrolledUsers;
import io.chodae.invitation.Invitations;
import io.chodae.shared.CustomerId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * What the publisher already has with the people of a list. Another standing, such as an address that must not be
 * written to, is put in {@link #of} after the others, for the last one said of a person counts; beside it stand the
 * check of the column, a {@link RowFilter} and a {@link RowState}.
 */
@Component
class Standing {

    static final String ENROLLED = "ENROLLED";
    static final String INVITED = "INVITED";

    private final EnrolledUsers enrolled;
    private final Invitations invitations;

    Standing(EnrolledUsers enrolled, Invitations invitations) {
        this.enrolled = enrolled;
        this.invitations = invitations;
    }

    /**
     * @param emailKeys a few thousand at most
     * @return {@link #ENROLLED} or {@link #INVITED} for those who are; nothing for strangers
     */
    Map<String, String> of(CustomerId customer, Collection<String> emailKeys) {
        Map<String, String> standing = new HashMap<>();
        invitations.pendingAmong(customer, emailKeys).forEach(key -> standing.put(key, INVITED));
        enrolled.enrolledAmong(customer, emailKeys).forEach(key -> standing.put(key, ENROLLED));
        return standing;
    }
}
