package io.chodae.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.testing.TestDatabase;
import org.junit.jupiter.api.Test;

class DatabaseCheckTest {

    @Test
    void anEmptyDatabaseOfOurUserIsFit() {
        assertThat(check(TestDatabase.emptyUrl()).fault()).isEmpty();
    }

    @Test
    void anotherKindOfDatabase() {
        assertThat(check("jdbc:mysql://127.0.0.1/chodae").fault())
                .hasValue("spring.datasource.url does not name a PostgreSQL database: set it to"
                        + " jdbc:postgresql://host:5432/database.");
    }

    @Test
    void nobodyThere() {
        assertThat(check("jdbc:postgresql://127.0.0.1:1/chodae").fault().orElse(""))
                .startsWith("The database jdbc:postgresql://127.0.0.1:1/chodae does not answer (Connection to"
                        + " 127.0.0.1:1 refused")
                .endsWith("start it, or correct spring.datasource.url.");
    }

    @Test
    void aDatabaseThatDoesNotExist() {
        String url = TestDatabase.emptyUrl() + "0000";
        assertThat(check(url).fault())
                .hasValue("The database " + url + " does not exist: create it, or correct spring.datasource.url.");
    }

    @Test
    void aDatabaseOfSomebodyElse() {
        String url = TestDatabase.emptyUrl();
        String name = url.substring(url.lastIndexOf('/') + 1);
        TestDatabase.superuser()
                .sql("alter database " + name + " owner to postgres")
                .update();
        assertThat(check(url).fault())
                .hasValue("The user 'chodae' may not create tables in the database " + url
                        + ": make this user its owner, or set spring.datasource.username to another.");
    }

    @Test
    void theRoleThatOnlyWorksThereNeedNotCreateTables() {
        String url = TestDatabase.emptyUrl();
        assertThat(new DatabaseCheck(url, TestDatabase.username(), TestDatabase.password(), "spring.datasource", false)
                        .fault())
                .isEmpty();
        assertThat(new DatabaseCheck(url, TestDatabase.username(), TestDatabase.password(), "spring.flyway", true)
                        .fault())
                .hasValue("The user 'chodae_app' may not create tables in the database " + url
                        + ": make this user its owner, or set spring.flyway.user to another.");
    }

    @Test
    void aDatabaseWithoutUnicode() {
        String url = TestDatabase.emptyUrl();
        String name = url.substring(url.lastIndexOf('/') + 1);
        TestDatabase.superuser().sql("drop database " + name).update();
        TestDatabase.superuser()
                .sql("create database " + name + " owner chodae encoding 'SQL_ASCII' locale 'C' locale_provider libc"
                        + " template template0")
                .update();
        assertThat(check(url).fault())
                .hasValue("The database " + url + " stores text as SQL_ASCII: create one with encoding 'UTF8' and set"
                        + " spring.datasource.url to it.");
    }

    @Test
    void tooOld() {
        DatabaseCheck check = check("jdbc:postgresql://db/chodae");
        assertThat(check.unfit(14, "14.19", "UTF8", true))
                .hasValue("The database jdbc:postgresql://db/chodae is PostgreSQL 14.19, which is too old: set"
                        + " spring.datasource.url to PostgreSQL 15 or newer.");
        assertThat(check.unfit(15, "15.0", "UTF8", true)).isEmpty();
    }

    private static DatabaseCheck check(String url) {
        return new DatabaseCheck(url, TestDatabase.owner(), TestDatabase.password(), "spring.datasource", true);
    }
}
