package io.chodae.console;

import io.chodae.invitation.Funnel;
import java.util.List;

/**
 * How far people came, as bars.
 *
 * @param steps each with its part of all who are invited
 */
record FunnelView(List<Step> steps) {

    /**
     * @param key its text is {@code invitations.funnel.} and this
     * @param width of the bar, of a hundred; at least one where there is anybody
     * @param percent of all
     */
    record Step(String key, int people, int width, int percent) {}

    static FunnelView of(Funnel funnel, int delivered) {
        return new FunnelView(List.of(
                step("invited", funnel.invited(), funnel),
                step("delivered", delivered, funnel),
                step("wentOn", funnel.wentOn(), funnel),
                step("accepted", funnel.accepted(), funnel),
                step("declined", funnel.declined(), funnel),
                step("expired", funnel.expired(), funnel)));
    }

    private static Step step(String key, int people, Funnel funnel) {
        int percent = funnel.invited() == 0 ? 0 : Math.toIntExact(Math.round(100.0 * people / funnel.invited()));
        return new Step(key, people, people == 0 ? 0 : Math.max(1, percent), percent);
    }
}
