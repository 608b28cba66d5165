package io.chodae.capture;

import io.chodae.directory.DryRunEviction;
import io.chodae.directory.EvictionRefusal;
import io.chodae.shared.CustomerId;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Who would lose an address if the deadline of all open requests passed now. */
@Component
public class EvictionOutlook {

    private static final int PAGE = 1_000;
    private static final int MOST_PAGES = 10;

    private final UserInvitations invitations;
    private final DryRunEviction dryRun;

    EvictionOutlook(UserInvitations invitations, DryRunEviction dryRun) {
        this.invitations = invitations;
        this.dryRun = dryRun;
    }

    /**
     * How many.
     *
     * @param kept those who would not, by the reason
     * @param more whether there are more requests than were looked at
     */
    public record Outlook(int hit, Map<EvictionRefusal, Integer> kept, boolean more) {

        public Outlook {
            kept = Map.copyOf(kept);
        }
    }

    /** @param declinedToo whether those who declined are counted in */
    public Outlook of(CustomerId customer, boolean declinedToo) {
        Set<UserInvitationState> states = declinedToo
                ? EnumSet.of(UserInvitationState.INVITED, UserInvitationState.DECLINED)
                : EnumSet.of(UserInvitationState.INVITED);
        Map<EvictionRefusal, Integer> kept = new EnumMap<>(EvictionRefusal.class);
        int hit = 0;
        UserInvitationPosition after = null;
        for (int page = 0; page < MOST_PAGES; page++) {
            List<UserInvitation> found = invitations.page(customer, states, UserInvitationOrder.EMAIL_ASC, after, PAGE);
            for (var verdict : dryRun.of(
                            customer, found.stream().map(UserInvitation::email).toList())
                    .values()) {
                if (verdict.refusal() == null) {
                    hit++;
                } else {
                    kept.merge(verdict.refusal(), 1, Integer::sum);
                }
            }
            if (found.size() < PAGE) {
                return new Outlook(hit, kept, false);
            }
            after = new UserInvitationPosition(
                    found.getLast().updatedAt(), found.getLast().email().key());
        }
        return new Outlook(hit, kept, true);
    }
}
