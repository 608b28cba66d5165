package io.chodae.campaign;

import io.chodae.bizkit.BizKits;
import io.chodae.invitation.RemindInvitees;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Brings together what a Biz Service wants and whose time is running out. */
@Component
class RemindDue {

    private final BizKits kits;
    private final RemindInvitees invitees;

    RemindDue(BizKits kits, RemindInvitees invitees) {
        this.kits = kits;
        this.invitees = invitees;
    }

    void remind() {
        kits.thatRemind()
                .forEach(kit -> invitees.remindDue(
                        kit.customer(),
                        kit.reminderDays().stream().map(Duration::ofDays).toList()));
    }
}
