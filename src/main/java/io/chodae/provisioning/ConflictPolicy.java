package io.chodae.provisioning;

/**
 * What a customer wants where a person's own account has the address of a new user.
 *
 * @param followUps with {@link ConflictRule#INVITE}: how many more mails follow the first one, one a day; 0 to 10
 * @param after with {@link ConflictRule#INVITE}: what is done a day after the last mail
 */
public record ConflictPolicy(ConflictRule rule, int followUps, AfterFollowUps after) {

    public static final int MAX_FOLLOW_UPS = 10;

    /** Nothing is sent, and nobody loses an address. */
    public static final ConflictPolicy DEFAULT = new ConflictPolicy(ConflictRule.DO_NOT_CREATE, 3, AfterFollowUps.STOP);

    public ConflictPolicy {
        if (followUps < 0 || followUps > MAX_FOLLOW_UPS) {
            throw new IllegalArgumentException("follow-ups: " + followUps);
        }
    }

    /** Whether it may take an address away from somebody, now or in the end. */
    public boolean mayReplace() {
        return rule == ConflictRule.REPLACE || (rule == ConflictRule.INVITE && after == AfterFollowUps.REPLACE);
    }
}
