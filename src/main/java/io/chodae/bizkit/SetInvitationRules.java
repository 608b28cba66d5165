package io.chodae.bizkit;

import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.shared.CustomerId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sets how long links live and when their people are reminded. A new lifetime counts for links that are given out from
 * now on, reminders for those that are out as well.
 */
@Component
public class SetInvitationRules {

    public static final int SHORTEST_HOURS = 1;
    public static final int LONGEST_HOURS = 30 * 24;
    public static final int MAX_REMINDERS = 2;

    private final JdbcClient jdbc;
    private final AuditTrail audit;

    SetInvitationRules(JdbcClient jdbc, AuditTrail audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /**
     * Sets both; whatever is wrong comes back as faults of the fields {@code lifetime} and {@code reminders}, and
     * nothing has changed.
     *
     * @param hours that a link lives
     * @param reminderDays before the end, in any order; zeros mean no reminder
     */
    @Transactional
    public List<Fault> set(CustomerId customer, int hours, List<Integer> reminderDays, Actor actor) {
        List<Integer> days = reminderDays.stream()
                .filter(day -> day != 0)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
        List<Fault> faults = faults(hours, days);
        if (!faults.isEmpty()) {
            return faults;
        }
        jdbc.sql("""
                        update biz_kit set invitation_hours = :hours, reminder_days = :days::int[]
                        where customer_id = :customer
                        """)
                .param("customer", customer.value())
                .param("hours", hours)
                .param("days", days.toArray(Integer[]::new))
                .update();
        audit.record(
                customer,
                actor,
                "service.invitation_rules_set",
                "service",
                String.valueOf(customer.value()),
                Map.of("hours", String.valueOf(hours), "reminderDays", days.toString()));
        return List.of();
    }

    private static List<Fault> faults(int hours, List<Integer> days) {
        List<Fault> faults = new ArrayList<>();
        if (hours < SHORTEST_HOURS || hours > LONGEST_HOURS) {
            faults.add(Fault.of("lifetime", "INVALID", SHORTEST_HOURS, LONGEST_HOURS / 24));
        } else {
            // a reminder that would fall together with the invitation itself reminds nobody
            days.stream()
                    .filter(day -> day < 0 || day * 24 >= hours)
                    .findFirst()
                    .ifPresent(day -> faults.add(Fault.of("reminders", "TOO_EARLY", day, hours)));
        }
        if (days.size() > MAX_REMINDERS) {
            faults.add(Fault.of("reminders", "TOO_MANY", MAX_REMINDERS));
        }
        return faults;
    }
}
