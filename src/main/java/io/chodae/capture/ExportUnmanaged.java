package io.chodae.capture;

import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.shared.CustomerId;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hands out the list page by page, each read by itself: a long list needs little memory, and whoever downloads may be
 * slow.
 */
@Component
public class ExportUnmanaged {

    private static final int PAGE = 1_000;

    private final UserInvitations invitations;
    private final AuditTrail audit;

    ExportUnmanaged(UserInvitations invitations, AuditTrail audit) {
        this.invitations = invitations;
        this.audit = audit;
    }

    /** Takes the rows. */
    public interface Rows {
        void row(UserInvitation invitation) throws IOException;
    }

    /** Writes down who takes the list away; to be called before {@link #write}. */
    @Transactional
    public void begin(CustomerId customer, Actor actor) {
        audit.record(
                customer,
                actor,
                "user_invitation.list_downloaded",
                "customer",
                String.valueOf(customer.value()),
                Map.of("event", "DOWNLOAD_UNMANAGED_USERS_LIST"));
    }

    /** By address. */
    public void write(CustomerId customer, Set<UserInvitationState> states, String beginning, Rows rows)
            throws IOException {
        Set<UserInvitationState> shown = EnumSet.noneOf(UserInvitationState.class);
        shown.addAll(states);
        UserInvitationPosition after = null;
        List<UserInvitation> page;
        do {
            page = invitations.page(customer, shown, beginning, UserInvitationOrder.EMAIL_ASC, after, PAGE);
            for (UserInvitation one : page) {
                rows.row(one);
            }
            after = page.isEmpty()
                    ? after
                    : new UserInvitationPosition(
                            page.getLast().updatedAt(), page.getLast().email().key());
        } while (page.size() == PAGE);
    }
}
