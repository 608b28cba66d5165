package io.chodae.bizkit;

import io.chodae.shared.CustomerId;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A publisher's Private Plays. */
@Component
public class PrivatePlays {

    private final JdbcClient jdbc;

    PrivatePlays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All, by name. */
    public List<PrivatePlay> list(CustomerId customer) {
        return jdbc.sql("select " + PlayRows.COLUMNS + """
                         from private_play p where p.customer_id = :customer order by lower(p.name), p.play_id
                        """)
                .param("customer", customer.value())
                .query(PlayRows::read)
                .list();
    }

    /** One of this customer's Plays. */
    public Optional<PrivatePlay> find(CustomerId customer, long playId) {
        return jdbc.sql("select " + PlayRows.COLUMNS + """
                         from private_play p where p.customer_id = :customer and p.play_id = :play
                        """)
                .param("customer", customer.value())
                .param("play", playId)
                .query(PlayRows::read)
                .optional();
    }

    /** The Play's icon, a PNG of 108×108. */
    public Optional<byte[]> icon(CustomerId customer, long playId) {
        return jdbc.sql("""
                        select icon from private_play
                        where customer_id = :customer and play_id = :play and icon is not null
                        """)
                .param("customer", customer.value())
                .param("play", playId)
                .query(byte[].class)
                .optional();
    }
}
