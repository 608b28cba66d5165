package io.chodae.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class TestDatabaseTest {

    @Test
    void freshDatabasesShareNothing() {
        JdbcClient one = JdbcClient.create(TestDatabase.fresh());
        JdbcClient other = JdbcClient.create(TestDatabase.fresh());
        one.sql("insert into customer (external_id, name, created_at) values ('C1', 'One', now())")
                .update();
        String count = "select count(*) from customer where external_id = 'C1'";
        assertThat(one.sql(count).query(Integer.class).single()).isEqualTo(1);
        assertThat(other.sql(count).query(Integer.class).single()).isZero();
    }
}
