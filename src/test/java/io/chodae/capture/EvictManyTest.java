package io.chodae.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.audit.Actor;
import io.chodae.capture.Captures.Organisation;
import io.chodae.capture.TransferPeople.Chosen;
import io.chodae.directory.EvictionExceptions;
import io.chodae.directory.SuspendCustomer;
import io.chodae.shared.EmailAddress;
import io.chodae.testing.TestTimers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@CaptureTest
class EvictManyTest {

    @Autowired
    private Captures captures;

    @Autowired
    private StartTransferJob start;

    @Autowired
    private TransferJobs jobs;

    @Autowired
    private EvictionExceptions exceptions;

    @Autowired
    private SuspendCustomer suspend;

    @Autowired
    private TestTimers timers;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void takesBackWhatItMayAndSaysOfTheOthersWhyNot() {
        Organisation hotel = captures.organisation();
        List<EmailAddress> chosen = people(hotel, 7);
        exceptions.add(hotel.customer(), List.of(chosen.get(2)), "", hotel.actor());
        TransferJob job = done(hotel, chosen);
        assertThat(job.results()).isEqualTo(Map.of(TransferJob.EVICTED, 6, "EXEMPT", 1));
        assertThat(jobs.notDone(hotel.customer(), job.id(), Optional.empty(), 10)
                        .items())
                .extracting(one -> one.email())
                .containsExactly(chosen.get(2));
        assertThat(captures.listed(hotel)).containsExactly(chosen.get(2).value());
        assertThat(jdbc.sql("""
                        select count(*) from audit_event
                        where customer_id = :customer and action = 'account.evicted' and actor_label = :label
                        """)
                        .param("customer", hotel.customer().value())
                        .param("label", hotel.actor().label())
                        .query(Integer.class)
                        .single())
                .isEqualTo(6);
    }

    @Test
    void aSuspendedCustomerTakesNothingBack() {
        Organisation hotel = captures.organisation();
        List<EmailAddress> chosen = people(hotel, 2);
        suspend.suspend(hotel.customer(), Actor.system());
        assertThat(done(hotel, chosen).results()).isEqualTo(Map.of("CUSTOMER_SUSPENDED", 2));
        assertThat(captures.listed(hotel)).hasSize(2);
    }

    private List<EmailAddress> people(Organisation hotel, int count) {
        List<EmailAddress> made = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            made.add(captures.person(hotel.at("p" + n)).email());
        }
        return made;
    }

    private TransferJob done(Organisation hotel, List<EmailAddress> chosen) {
        long id = start.start(hotel.customer(), UUID.randomUUID(), new Chosen(TransferAct.EVICT, chosen), hotel.actor())
                .orElseThrow();
        timers.runDue();
        return jobs.find(hotel.customer(), id).orElseThrow();
    }
}
