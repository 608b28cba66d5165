package io.chodae.invitation;

import io.chodae.mail.Deliveries;
import io.chodae.mail.DeliveryState;
import io.chodae.shared.CustomerId;
import io.chodae.shared.Secrets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Times the pages of the list on a database that {@code bench/invitations.sh} has filled: the first, a middle and the
 * last page of every order both ways, whole and narrowed, the median of five; and the counts beside them.
 */
public final class InvitationListBench {

    private static final CustomerId CUSTOMER = new CustomerId(1);
    private static final int ROUNDS = 5;

    private final JdbcClient jdbc;
    private final Clock clock = Clock.systemUTC();
    private final ListPositions positions = new ListPositions(new Secrets(new byte[32], new SecureRandom()));
    private final Invitations invitations;
    private final CountInvitations count;

    private InvitationListBench(JdbcClient jdbc) {
        this.jdbc = jdbc;
        invitations = new Invitations(jdbc, clock, new InvitationPages(jdbc, clock, positions));
        count = new CountInvitations(jdbc, clock);
    }

    /** @param args the JDBC address of the database */
    public static void main(String[] args) {
        new InvitationListBench(JdbcClient.create(new SingleConnectionDataSource(args[0], true))).run();
    }

    private record Filter(String name, InvitationQuery query) {}

    private void run() {
        for (Filter filter : filters()) {
            long start = System.nanoTime();
            Map<InvitationState, AtLeast> counts = count.byState(filter.query(), CUSTOMER);
            say("%-28s counts %6.1f ms %s".formatted(filter.name(), millis(start), counts.values()));
            for (InvitationOrder order : InvitationOrder.values()) {
                for (boolean descending : new boolean[] {false, true}) {
                    measure(filter, order, descending);
                }
            }
        }
    }

    private void measure(Filter filter, InvitationOrder order, boolean descending) {
        InvitationQuery query = with(filter.query(), order, descending);
        List<Double> times = new ArrayList<>();
        for (double part : new double[] {0, 0.5, 1}) {
            InvitationQuery page = query.page(part == 0 ? Optional.empty() : position(query, part), 50);
            List<Double> rounds = new ArrayList<>();
            for (int i = 0; i < ROUNDS; i++) {
                long start = System.nanoTime();
                invitations.search(page, CUSTOMER);
                rounds.add(millis(start));
            }
            times.add(rounds.stream().sorted().toList().get(ROUNDS / 2));
        }
        say("%-28s %-8s %-4s first %6.1f  middle %6.1f  last %6.1f ms"
                .formatted(
                        filter.name(), order, descending ? "desc" : "asc", times.get(0), times.get(1), times.get(2)));
    }

    /** Of somebody in the middle, or sixty before the end. */
    private Optional<String> position(InvitationQuery query, double part) {
        Narrowing narrowing = new Narrowing(query, CUSTOMER, clock.instant());
        query.state().ifPresent(narrowing::in);
        int all = jdbc.sql("select count(*) from invitation i where " + narrowing.where())
                .params(narrowing.params())
                .query(Integer.class)
                .single();
        narrowing.put("offset", part == 1 ? Math.max(0, all - 60) : all / 2);
        return jdbc.sql("select i.invitation_id, " + query.order().key() + " from invitation i where "
                        + narrowing.where()
                        + " order by "
                        + query.order().by(query.order().expression(), "i.invitation_id", query.descending())
                        + " offset :offset limit 1")
                .params(narrowing.params())
                .query((row, number) -> positions.write(
                        query, CUSTOMER, new ListPositions.Position(row.getString("sort_key"), row.getLong(1))))
                .optional();
    }

    private List<Filter> filters() {
        Instant day = clock.instant().minus(Duration.ofDays(100));
        return List.of(
                new Filter("all", query("", null, null, null, null, null)),
                new Filter("ACCEPTED (half)", query("", InvitationState.ACCEPTED, null, null, null, null)),
                new Filter("INVITED (a tenth)", query("", InvitationState.INVITED, null, null, null, null)),
                new Filter("EXPIRED (a third)", query("", InvitationState.EXPIRED, null, null, null, null)),
                new Filter("DECLINED (1 in 200)", query("", InvitationState.DECLINED, null, null, null, null)),
                new Filter("mail failed (1 in 100)", query("", null, null, null, null, DeliveryState.FAILED)),
                new Filter("mail deferred (1 in 1000)", query("", null, null, null, null, DeliveryState.DEFERRED)),
                new Filter("mail sent", query("", null, null, null, null, DeliveryState.SENT)),
                new Filter("the oldest sending", query("", null, 1L, null, null, null)),
                new Filter("a group (four sendings)", query("", null, null, Set.of(1L, 7L, 13L, 19L), null, null)),
                new Filter("one day long ago", query("", null, null, null, day, null)),
                new Filter("that day and state", query("", InvitationState.EXPIRED, null, null, day, null)),
                new Filter("text, a few", query("김가", null, null, null, null, null)),
                new Filter("text, many", query("naver", null, null, null, null, null)),
                new Filter("text, nobody", query("nobody at all", null, null, null, null, null)));
    }

    private static InvitationQuery query(
            String text,
            @Nullable InvitationState state,
            @Nullable Long offer,
            @Nullable Set<Long> offered,
            @Nullable Instant day,
            @Nullable DeliveryState mail) {
        return new InvitationQuery(
                text,
                Optional.ofNullable(state),
                offer == null ? OptionalLong.empty() : OptionalLong.of(offer),
                Optional.ofNullable(offered),
                Optional.ofNullable(day),
                Optional.ofNullable(day).map(from -> from.plus(Duration.ofDays(1))),
                Optional.ofNullable(mail)
                        .map(in -> Deliveries.isIn(
                                "invitation", EnumSet.of(in), InvitationQuery.MAIL_ABOUT, InvitationQuery.MAIL_NUMBER)),
                InvitationOrder.NEWEST,
                true,
                Optional.empty(),
                50);
    }

    private static InvitationQuery with(InvitationQuery q, InvitationOrder order, boolean descending) {
        return new InvitationQuery(
                q.text(),
                q.state(),
                q.offerId(),
                q.offered(),
                q.sentFrom(),
                q.sentBefore(),
                q.mail(),
                order,
                descending,
                q.after(),
                q.limit());
    }

    private static double millis(long start) {
        return (System.nanoTime() - start) / 1e6;
    }

    private static void say(String line) {
        System.out.println("bench: " + line);
    }
}
