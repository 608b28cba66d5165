package io.chodae.capture;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.chodae.Chodae;
import io.chodae.audit.Actor;
import io.chodae.directory.Customers;
import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/**
 * How long a page of unmanaged accounts takes among very many: the first, the middle and the last one of each sorting
 * and choice of states. Run by {@code bench/unmanaged.sh}.
 */
final class UnmanagedBench {

    private static final String DOMAIN = "large.example";
    private static final int PAGE = 200;
    private static final int ROUNDS = 21;

    private final JdbcClient jdbc;
    private final UserInvitations invitations;
    private final SendUserInvitations send;
    private final FollowDomain follow;
    private final FollowStore follows;
    private final SetTransferRules setRules;
    private final FollowRules followRules;
    private final FollowUpTransfers followUp;
    private final DomainReport report;
    private final ExportDomainReport export;
    private final int number;

    /** Holds the domain. */
    private final CustomerId customer;

    /** Whose list is looked at. */
    private final CustomerId listed;

    private UnmanagedBench(ConfigurableApplicationContext server, int number) {
        this.jdbc = server.getBean(JdbcClient.class);
        this.invitations = server.getBean(UserInvitations.class);
        this.send = server.getBean(SendUserInvitations.class);
        this.follow = server.getBean(FollowDomain.class);
        this.follows = server.getBean(FollowStore.class);
        this.setRules = server.getBean(SetTransferRules.class);
        this.followRules = server.getBean(FollowRules.class);
        this.followUp = server.getBean(FollowUpTransfers.class);
        this.report = server.getBean(DomainReport.class);
        this.export = server.getBean(ExportDomainReport.class);
        this.number = number;
        this.customer = server.getBean(Customers.class).create("Bench").id();
        this.listed = server.getBean(Customers.class).create("List").id();
    }

    public static void main(String[] args) throws IOException {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        Path directory = Path.of("target", "bench-unmanaged");
        FileSystemUtils.deleteRecursively(directory);
        try (ConfigurableApplicationContext server = new SpringApplicationBuilder(Chodae.class)
                .run(
                        "--chodae.data-dir=" + directory,
                        "--server.port=0",
                        "--chodae.demo=false",
                        "--chodae.timers.enabled=false",
                        "--logging.level.root=warn")) {
            UnmanagedBench bench = new UnmanagedBench(server, Integer.parseInt(args[0]));
            bench.fill();
            bench.measure();
            bench.deadlines();
        }
        System.exit(0);
    }

    private void fill() {
        jdbc.sql("""
                        insert into account (email, email_key, name, language, created_at)
                        select 'p' || n || '@' || :domain, 'p' || n || '@' || :domain, 'x', 'KO', now()
                        from generate_series(1, :number) n
                        """).param("domain", DOMAIN).param("number", number).update();
        jdbc.sql("""
                        insert into customer_domain (customer_id, domain, kind, state, proof_token, created_at)
                        values (:customer, :domain, 'PRIMARY', 'VERIFIED', '', now())
                        """)
                .param("customer", customer.value())
                .param("domain", DOMAIN)
                .update();
        long id = follows.begin(customer, DOMAIN, Clock.systemUTC().instant());
        long start = System.nanoTime();
        follow.work(customer, id, () -> false);
        say("the list of a new domain", millis(start));
        // in their places from the beginning: nothing of it is dead
        jdbc.sql("""
                        insert into user_invitation (customer_id, email_key, account_id, email, state, updated_at)
                        select :listed, email_key, account_id, email,
                               case when account_id % 100 < 20 then 'INVITED'
                                    when account_id % 100 < 25 then 'ACCEPTED'
                                    when account_id % 1000 = 999 then 'DECLINED' else 'NOT_YET_SENT' end,
                               now() - (hashint8(account_id) & 1048575) * interval '1 second'
                        from account where domain = :domain
                        """).param("listed", listed.value()).param("domain", DOMAIN).update();
    }

    private void measure() {
        choices().forEach((name, states) -> {
            for (UserInvitationOrder order : UserInvitationOrder.values()) {
                int found = count(states);
                double first = page(states, order, -1);
                double middle = page(states, order, found / 2);
                double last = page(states, order, found - PAGE - 1);
                System.out.printf(
                        "bench: %-28s %-16s first %5.1f middle %5.1f last %5.1f ms%n",
                        name, order, first, middle, last);
            }
        });
        say("counts", median(() -> invitations.counts(listed).size()));
        say(
                "counts up to 10,000",
                median(() -> invitations.countsUpTo(listed, "", 10_001).size()));
        List<EmailAddress> thousand = IntStream.rangeClosed(1, 1_000)
                .mapToObj(n -> EmailAddress.of("p" + n + "@" + DOMAIN))
                .toList();
        for (int i = 1; i <= 3; i++) {
            long start = System.nanoTime();
            send.send(customer, thousand, Actor.system());
            say("a thousand invitations, time " + i, millis(start));
        }
    }

    /** One in nine is asked; new rules are followed, nothing is due, and the report is read and taken along. */
    private void deadlines() throws IOException {
        jdbc.sql("""
                        update user_invitation set state = 'INVITED', sent_at = now(), updated_at = now()
                        where customer_id = :customer and email_key like 'p1%'
                        """).param("customer", customer.value()).update();
        setRules.set(
                customer,
                new TransferRules(List.of(3), 30, TransferRules.Follows.EVICT, 7, false),
                true,
                Actor.system());
        long start = System.nanoTime();
        followRules.work(customer, 1, () -> false);
        say("new rules followed by one in nine", millis(start));
        say("a tick with nobody due", median(() -> {
            followUp.followUp(() -> false);
            return 0;
        }));
        say("counts of the report", median(() -> report.domains(customer).size()));
        say("days of the report", median(() -> report.days(customer, 30).size()));
        start = System.nanoTime();
        int[] lines = {0};
        export.write(customer, line -> lines[0]++);
        say("the report's file, lines: " + lines[0], millis(start));
    }

    private static Map<String, Set<UserInvitationState>> choices() {
        Map<String, Set<UserInvitationState>> choices = new LinkedHashMap<>();
        choices.put("all", EnumSet.allOf(UserInvitationState.class));
        choices.put("NOT_YET_SENT (three in four)", EnumSet.of(UserInvitationState.NOT_YET_SENT));
        choices.put("DECLINED (1 in 1000)", EnumSet.of(UserInvitationState.DECLINED));
        choices.put("INVITED or DECLINED", EnumSet.of(UserInvitationState.INVITED, UserInvitationState.DECLINED));
        choices.put("not ACCEPTED", EnumSet.complementOf(EnumSet.of(UserInvitationState.ACCEPTED)));
        return choices;
    }

    private int count(Set<UserInvitationState> states) {
        return invitations.counts(listed).entrySet().stream()
                .filter(count -> states.contains(count.getKey()))
                .mapToInt(count -> count.getValue().intValue())
                .sum();
    }

    /** @param offset of the row that the page comes after; negative for the first page */
    private double page(Set<UserInvitationState> states, UserInvitationOrder order, int offset) {
        UserInvitationPosition after = offset < 0 ? null : position(states, order, offset);
        return median(() -> invitations.page(listed, states, order, after, PAGE).size());
    }

    private @Nullable UserInvitationPosition position(
            Set<UserInvitationState> states, UserInvitationOrder order, int offset) {
        String sorted = switch (order) {
            case EMAIL_ASC -> "email_key";
            case EMAIL_DESC -> "email_key desc";
            case UPDATE_TIME_ASC -> "updated_at, email_key";
            case UPDATE_TIME_DESC -> "updated_at desc, email_key desc";
        };
        return jdbc.sql("select updated_at, email_key from user_invitation"
                        + " where customer_id = :customer and state = any(:states) order by " + sorted
                        + " offset :offset limit 1")
                .param("customer", listed.value())
                .param("states", states.stream().map(Enum::name).toArray(String[]::new))
                .param("offset", offset)
                .query((row, number) -> new UserInvitationPosition(
                        row.getTimestamp("updated_at").toInstant(), row.getString("email_key")))
                .single();
    }

    private interface Question {
        int ask();
    }

    private static double median(Question question) {
        double[] times = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long start = System.nanoTime();
            question.ask();
            times[i] = millis(start);
        }
        Arrays.sort(times);
        return times[ROUNDS / 2];
    }

    private static double millis(long start) {
        return (System.nanoTime() - start) / 1e6;
    }

    private static void say(String what, double millis) {
        System.out.printf("bench: %-45s %8.1f ms%n", what, millis);
    }
}
