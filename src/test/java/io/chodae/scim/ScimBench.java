package io.chodae.scim;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.chodae.Chodae;
import io.chodae.capture.Captures;
import io.chodae.identity.TestServiceAccounts;
import io.chodae.scim.ScimClient.Got;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.slf4j.LoggerFactory;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/** Milliseconds of what identity providers ask, among very many users. Run by {@code bench/scim.sh}. */
final class ScimBench {

    private static final int ROUNDS = 9;

    private ScimBench() {}

    public static void main(String[] args) throws IOException {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        int users = args.length == 0 ? 100_000 : Integer.parseInt(args[0]);
        Path directory = Path.of("target", "bench-scim");
        FileSystemUtils.deleteRecursively(directory);
        try (ConfigurableApplicationContext server = new SpringApplicationBuilder(
                        Chodae.class, Captures.class, TestServiceAccounts.class, Scims.class)
                .run(
                        "--chodae.data-dir=" + directory,
                        "--server.port=0",
                        "--chodae.demo=false",
                        "--chodae.timers.enabled=false",
                        "--logging.level.root=warn",
                        "--logging.level.io.chodae.requests=warn")) {
            Scims.Org hotel = server.getBean(Scims.class).organisation();
            fill(server.getBean(JdbcClient.class), hotel, users);
            String person = hotel.at("p%07d".formatted(users / 2)).value();
            for (String path : List.of(
                    "/Users?count=200",
                    "/Users?count=200&startIndex=" + (users / 2),
                    "/Users?count=200&startIndex=" + (users - 199),
                    "/Users?count=200&sortBy=userName&startIndex=" + (users - 199),
                    "/Users?filter=userName%20eq%20%22" + person + "%22",
                    "/Users?filter=displayName%20co%20%22777%22&count=200",
                    "/Users?count=0")) {
                System.out.printf("bench: %-60s %7.1f ms%n", path, median(hotel.client(), path));
            }
        }
    }

    private static void fill(JdbcClient jdbc, Scims.Org hotel, int users) {
        jdbc.sql("""
                        insert into account (email, email_key, name, language, created_at, managed_by, managed_since)
                        select 'p' || lpad(n::text, 7, '0') || '@' || :domain, 'p' || lpad(n::text, 7, '0') || '@' || :domain,
                               'Person ' || n, 'EN', now(), :customer, now()
                          from generate_series(1, :users) n
                        """)
                .param("domain", hotel.domain())
                .param("customer", hotel.id().value())
                .param("users", users)
                .update();
        jdbc.sql("analyze account").update();
    }

    private static double median(ScimClient client, String path) {
        double[] millis = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long start = System.nanoTime();
            Got got = client.get(path);
            millis[i] = (System.nanoTime() - start) / 1e6;
            if (got.code() != 200) {
                throw new IllegalStateException(path + ": " + got.body());
            }
        }
        Arrays.sort(millis);
        return millis[ROUNDS / 2];
    }
}
