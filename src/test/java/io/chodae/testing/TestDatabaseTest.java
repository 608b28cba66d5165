package io.chodae.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class TestDatabaseTest {

    @Test
    void freshDatabasesShareNothing() {
        JdbcClient one = JdbcClient.create(TestDatabase.fresh());
        JdbcClient other = JdbcClient.create(TestDatabase.fresh());
        one.sql("create table mine (x int)").update();
        String count = "select count(*) from pg_tables where tablename = 'mine'";
        assertThat(one.sql(count).query(Integer.class).single()).isEqualTo(1);
        assertThat(other.sql(count).query(Integer.class).single()).isZero();
    }
}
