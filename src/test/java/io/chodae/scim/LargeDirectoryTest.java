package io.chodae.scim;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.scim.ScimClient.Got;
import io.chodae.scim.Scims.Org;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A hundred thousand users: a page of them is there in a moment. Generous, for others work on the same machine. */
@ScimTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LargeDirectoryTest {

    private static final int USERS = 100_000;

    @Autowired
    private Scims scims;

    @Autowired
    private JdbcClient jdbc;

    private Org hotel;

    @BeforeAll
    void manyUsers() {
        hotel = scims.organisation();
        jdbc.sql("""
                        insert into account (email, email_key, name, language, created_at, managed_by, managed_since)
                        select 'p' || lpad(n::text, 6, '0') || '@' || :domain, 'p' || lpad(n::text, 6, '0') || '@' || :domain,
                               'Person ' || n, 'EN', now(), :customer, now()
                          from generate_series(1, :users) n
                        """)
                .param("domain", hotel.domain())
                .param("customer", hotel.id().value())
                .param("users", USERS)
                .update();
        jdbc.sql("analyze account").update();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/Users?count=200",
                "/Users?count=200&startIndex=50001",
                "/Users?count=200&startIndex=99801&sortBy=userName",
                "/Users?count=200&filter=userName%20sw%20%22p0999%22",
                "/Users?filter=active%20eq%20true%20and%20displayName%20co%20%22777%22&count=200",
                "/Users?count=0"
            })
    void aPageIsThereInAMoment(String path) {
        hotel.client().get(path);
        long started = System.nanoTime();
        Got got = hotel.client().get(path);
        Duration took = Duration.ofNanos(System.nanoTime() - started);

        assertThat(got.code()).isEqualTo(200);
        assertThat(got.json().path("totalResults").intValue()).isPositive();
        assertThat(took).as(path).isLessThan(Duration.ofMillis(1_500));
    }

    @ParameterizedTest
    @ValueSource(strings = {"p000001", "p099999"})
    void aPersonIsFoundByAddressAtOnce(String local) {
        String filter = "userName eq \"" + hotel.at(local).value() + "\"";
        hotel.client().find(filter);
        long started = System.nanoTime();
        Got got = hotel.client().find(filter);
        Duration took = Duration.ofNanos(System.nanoTime() - started);

        assertThat(got.json().path("totalResults").intValue()).isEqualTo(1);
        assertThat(took).isLessThan(Duration.ofMillis(500));
    }
}
