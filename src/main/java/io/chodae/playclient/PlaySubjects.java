package io.chodae.playclient;

import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The {@code sub} of a person: one for each publisher, so that two publishers cannot find out that they know the same
 * person. Drawn and kept, not derived: it must outlive the master key.
 */
@Component
class PlaySubjects {

    private static final int BYTES = 18;

    private final JdbcClient jdbc;
    private final RandomGenerator random = new SecureRandom();

    PlaySubjects(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    String of(CustomerId customer, AccountId account) {
        return known(customer, account).orElseGet(() -> {
            draw(customer, account);
            return known(customer, account).orElseThrow();
        });
    }

    private Optional<String> known(CustomerId customer, AccountId account) {
        return jdbc.sql("select subject from play_subject where customer_id = :customer and account_id = :account")
                .param("customer", customer.value())
                .param("account", account.value())
                .query(String.class)
                .optional();
    }

    private void draw(CustomerId customer, AccountId account) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        jdbc.sql("""
                        insert into play_subject (customer_id, account_id, subject)
                        values (:customer, :account, :subject)
                        on conflict (customer_id, account_id) do nothing
                        """)
                .param("customer", customer.value())
                .param("account", account.value())
                .param("subject", Base64.getUrlEncoder().withoutPadding().encodeToString(bytes))
                .update();
    }
}
