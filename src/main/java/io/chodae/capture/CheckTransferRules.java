package io.chodae.capture;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What is wrong with rules. */
final class CheckTransferRules {

    private CheckTransferRules() {}

    static Set<TransferRulesFault> faults(TransferRules rules) {
        Set<TransferRulesFault> faults = EnumSet.noneOf(TransferRulesFault.class);
        reminders(rules, faults);
        Integer deadline = rules.deadlineDays();
        boolean noticed = rules.noticeDays() >= 1 && rules.noticeDays() <= TransferRules.LONGEST_NOTICE;
        if (!noticed) {
            faults.add(TransferRulesFault.NOTICE_DAYS);
        }
        boolean evicts = rules.follows() == TransferRules.Follows.EVICT;
        if (deadline == null) {
            if (evicts) {
                faults.add(TransferRulesFault.EVICTS_WITHOUT_DEADLINE);
            }
        } else if (deadline < 1 || deadline > TransferRules.LONGEST_DEADLINE) {
            faults.add(TransferRulesFault.DEADLINE_DAYS);
        } else if (evicts && noticed && deadline <= rules.noticeDays()) {
            faults.add(TransferRulesFault.NOTICE_TOO_LONG);
        }
        return faults;
    }

    private static void reminders(TransferRules rules, Set<TransferRulesFault> faults) {
        List<Integer> days = rules.reminderDays();
        if (days.size() > TransferRules.MOST_REMINDERS) {
            faults.add(TransferRulesFault.TOO_MANY_REMINDERS);
        }
        int before = 0;
        for (int day : days) {
            if (day <= before || day > TransferRules.LONGEST_DEADLINE) {
                faults.add(TransferRulesFault.REMINDER_DAYS);
            }
            before = day;
        }
        Integer deadline = rules.deadlineDays();
        if (deadline != null && deadline >= 1 && !days.isEmpty() && days.getLast() >= deadline) {
            faults.add(TransferRulesFault.REMINDER_AFTER_DEADLINE);
        }
    }
}
