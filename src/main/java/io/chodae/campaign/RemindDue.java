package io.chodae.campaign;

import io.chodae.bizkit.BizKit;
import io.chodae.bizkit.BizKits;
import io.chodae.invitation.RemindInvitees;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Brings together what a Biz Service wants and whose time is running out. */
@Component
class RemindDue {

    private static final Logger log = LoggerFactory.getLogger(RemindDue.class);

    private final BizKits kits;
    private final RemindInvitees invitees;

    RemindDue(BizKits kits, RemindInvitees invitees) {
        this.kits = kits;
        this.invitees = invitees;
    }

    /** What goes wrong with one customer is tried again the next time, and stops nobody behind it. */
    void remind() {
        for (BizKit kit : kits.thatRemind()) {
            try {
                invitees.remindDue(
                        kit.customer(),
                        kit.reminderDays().stream().map(Duration::ofDays).toList());
            } catch (RuntimeException e) {
                log.error(
                        "The people of customer {} could not be reminded.",
                        kit.customer().value(),
                        e);
            }
        }
    }
}
