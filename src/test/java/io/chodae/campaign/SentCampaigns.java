package io.chodae.campaign;

import io.chodae.campaign.Publishers.Publisher;
import io.chodae.mail.Deliveries;
import io.chodae.mail.DeliveryCounts;
import io.chodae.shared.CustomerId;
import io.chodae.testing.TestClock;
import io.chodae.testing.TestTimers;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Campaigns of one publisher, with what a relay would have said written into the outbox: the delivery is off. */
@CampaignTest
@TestPropertySource(properties = "chodae.mail.delivery=false")
abstract class SentCampaigns {

    @Autowired
    Publishers publishers;

    @Autowired
    Forms forms;

    @Autowired
    Campaigns campaigns;

    @Autowired
    Deliveries deliveries;

    @Autowired
    TestTimers timers;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path directory;

    Publisher hotel;
    CustomerId customer;

    @BeforeEach
    void found() {
        hotel = publishers.full("한빛호텔");
        customer = hotel.customer();
    }

    long send(int people) {
        return send(hotel, forms.openWithFile(hotel, Forms.csv(directory, people)));
    }

    long send(Publisher publisher, Draft draft) {
        return forms.start(publisher, forms.preview(draft));
    }

    Campaign campaign(long id) {
        return campaigns.find(customer, id).orElseThrow();
    }

    DeliveryCounts counts(long id) {
        return deliveries.countsForBatch(customer, "invitation", campaign(id).offerId());
    }

    List<Long> invited(long id) {
        return jdbc.sql("""
                        select invitation_id from invitation
                        where customer_id = :customer and offer_id = :offer order by invitation_id""")
                .param("customer", customer.value())
                .param("offer", campaign(id).offerId())
                .query((rs, n) -> rs.getLong(1))
                .list();
    }

    void become(List<Long> people, String state, String reply) {
        jdbc.sql("""
                        update mail set state = :state, last_reply = :reply, attempts = 1,
                            sent_at = case when :state = 'sent' then cast(:now as timestamptz) end
                        where customer_id = :customer and kind = 'invitation' and subject_id = any(:ids)""")
                .param("state", state)
                .param("reply", reply)
                .param("now", Timestamp.from(clock.instant()))
                .param("customer", customer.value())
                .param("ids", people.toArray(Long[]::new))
                .update();
    }
}
