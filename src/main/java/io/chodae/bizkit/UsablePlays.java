package io.chodae.bizkit;

/**
 * The one rule of which Plays a user may use: those consented to; for SERVICE users also those that the group has now;
 * never a disabled one, never one withdrawn from; none while suspended, none after the membership's last day, and none
 * of a publisher that has been stopped.
 */
final class UsablePlays {

    /**
     * A condition on {@code enrolled_user u} and {@code private_play p} of the same customer; takes {@code :today}, the
     * {@link SiteDay}.
     */
    static final String MAY_USE = """
            (p.customer_id = u.customer_id and p.enabled and u.left_at is null
             and u.suspended_at is null and (u.ends_on is null or u.ends_on >= :today)
             and not exists (select 1 from customer stopped
                             where stopped.customer_id = u.customer_id and stopped.suspended_at is not null)
             and not exists (select 1 from enrolled_user_play w
                             where w.customer_id = u.customer_id and w.user_id = u.user_id
                               and w.play_id = p.play_id and w.withdrawn_at is not null)
             and (exists (select 1 from enrolled_user_play c
                          where c.customer_id = u.customer_id and c.user_id = u.user_id and c.play_id = p.play_id
                            and (u.service_type = 'PLAY' or u.group_id is null))
                  or (u.service_type = 'SERVICE'
                      and exists (select 1 from user_group_play gp
                                  where gp.customer_id = u.customer_id and gp.group_id = u.group_id
                                    and gp.play_id = p.play_id))))
            """;

    private UsablePlays() {}
}
