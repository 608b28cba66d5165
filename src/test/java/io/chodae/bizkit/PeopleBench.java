package io.chodae.bizkit;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.chodae.Chodae;
import io.chodae.audit.Actor;
import io.chodae.directory.Customers;
import io.chodae.shared.CustomerId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.LoggerFactory;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/**
 * How long a page of the list of people takes among very many: the first, the middle and the last one of each sorting.
 * Run by {@code bench/people.sh}.
 */
final class PeopleBench {

    private static final int GROUPS = 200;
    private static final int PAGE = 50;
    private static final int ROUNDS = 21;

    private static final Map<PeopleSort, String> ORDERS = Map.of(
            PeopleSort.NEWEST, "u.user_id desc",
            PeopleSort.NAME, "lower(u.name), u.user_id",
            PeopleSort.EMAIL, "u.email_key",
            PeopleSort.GROUP, "lower(g.name), u.user_id");

    private final ConfigurableApplicationContext server;
    private final JdbcClient jdbc;
    private final People people;
    private final int number;
    private final CustomerId customer;

    private PeopleBench(ConfigurableApplicationContext server, int number) {
        this.server = server;
        this.jdbc = server.getBean(JdbcClient.class);
        this.people = server.getBean(People.class);
        this.number = number;
        this.customer = server.getBean(Customers.class).create("Bench").id();
    }

    public static void main(String[] args) throws IOException {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        Path directory = Path.of("target", "bench-people");
        FileSystemUtils.deleteRecursively(directory);
        try (ConfigurableApplicationContext server = new SpringApplicationBuilder(Chodae.class)
                .run(
                        "--chodae.data-dir=" + directory,
                        "--server.port=0",
                        "--chodae.demo=false",
                        "--logging.level.root=warn")) {
            PeopleBench bench = new PeopleBench(server, Integer.parseInt(args[0]));
            bench.fill();
            bench.measure();
        }
        System.exit(0);
    }

    private void fill() {
        SaveUserGroup groups = server.getBean(SaveUserGroup.class);
        server.getBean(BizKits.class).create(customer, Edition.FULL);
        for (int i = 0; i < GROUPS; i++) {
            groups.save(customer, OptionalLong.empty(), new GroupContent("Group " + i, "", List.of()), Actor.system());
        }
        jdbc.sql("""
                        with people as (
                          insert into account (email, email_key, name, language, created_at)
                          select 'p' || n || '@people.example', 'p' || n || '@people.example', 'x', 'KO', now()
                          from generate_series(1, :number) n
                          returning account_id, email)
                        insert into enrolled_user (customer_id, account_id, invitation_id, email, email_key, name, phone,
                                                   group_id, service_type, accepted_at, suspended_at, ends_on)
                        select :customer, account_id, 0, email, email,
                               chr(44032 + (hashint8(account_id) & 8191)) || chr(44032 + (hashint8(account_id * 7) & 8191)),
                               '010' || account_id, nullif((select min(group_id) from user_group
                                                            where customer_id = :customer) + account_id % :parts - 1,
                                                           (select min(group_id) from user_group
                                                            where customer_id = :customer) - 1),
                               case when account_id % 5000 = 0 then 'PLAY' else 'SERVICE' end, now(),
                               case when account_id % 2000 = 0 then now() end,
                               case when account_id % 1000 = 0 then date '2030-01-01' end
                        from people
                        """)
                .param("customer", customer.value())
                .param("number", number)
                .param("parts", GROUPS + 1)
                .update();
        jdbc.sql("vacuum analyze enrolled_user").update();
    }

    private void measure() {
        for (PeopleSort sort : PeopleSort.values()) {
            say(sort + " first", page(sort, PeopleFilter.ALL, -1));
            say(sort + " middle", page(sort, PeopleFilter.ALL, number / 2));
            say(sort + " last", page(sort, PeopleFilter.ALL, number - PAGE - 1));
        }
        for (PeopleStanding standing : PeopleStanding.values()) {
            PeopleFilter filter = new PeopleFilter("", new GroupFilter.All(), null, standing);
            say("filter " + standing + " by name", page(PeopleSort.NAME, filter, -1));
        }
        PeopleFilter play = new PeopleFilter("", new GroupFilter.All(), ServiceType.PLAY, PeopleStanding.ANY);
        say("filter PLAY, newest", page(PeopleSort.NEWEST, play, -1));
        say("one group by name", page(PeopleSort.NAME, group(), -1));
        PeopleFilter rare =
                new PeopleFilter("p" + number / 3 + "@people.example", new GroupFilter.All(), null, PeopleStanding.ANY);
        say("search for one address", page(PeopleSort.NEWEST, rare, -1));
        say("search that nobody matches", page(PeopleSort.NEWEST, nobody(), -1));
        say("count of all", median(this::count));
    }

    private int count() {
        return people.count(customer, new Selection.Matching(PeopleFilter.ALL)).people();
    }

    private PeopleFilter group() {
        long group = jdbc.sql("select max(group_id) from user_group where customer_id = :customer")
                .param("customer", customer.value())
                .query(Long.class)
                .single();
        return new PeopleFilter("", new GroupFilter.Group(group), null, PeopleStanding.ANY);
    }

    private static PeopleFilter nobody() {
        return new PeopleFilter("nobody-at-all", new GroupFilter.All(), null, PeopleStanding.ANY);
    }

    /** @param offset of the row that the page comes after; -1 for the first page */
    private double page(PeopleSort sort, PeopleFilter filter, int offset) {
        Optional<String> after = offset < 0 ? Optional.empty() : Optional.of(position(sort, offset));
        return median(() -> people.search(customer, filter, sort, after, PAGE));
    }

    private String position(PeopleSort sort, int offset) {
        EnrolledUser user = jdbc.sql("select " + PeopleRows.COLUMNS + " from enrolled_user u" + PeopleRows.GROUP
                        + " where u.customer_id = :customer order by " + ORDERS.get(sort) + " offset :offset limit 1")
                .param("customer", customer.value())
                .param("today", server.getBean(SiteDay.class).today())
                .param("offset", offset)
                .query(PeopleRows::read)
                .single();
        return PeoplePosition.after(user, sort).text();
    }

    private static double median(Runnable asked) {
        double[] times = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long begun = System.nanoTime();
            asked.run();
            times[i] = (System.nanoTime() - begun) / 1e6;
        }
        Arrays.sort(times);
        return times[ROUNDS / 2];
    }

    private static void say(String what, double milliseconds) {
        System.out.println("bench: " + what + ": " + Math.round(milliseconds * 10) / 10.0 + " ms");
    }
}
