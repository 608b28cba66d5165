package io.chodae.suppression;

import static io.chodae.suppression.ReturnOffice.HOTEL;
import static io.chodae.suppression.ReturnOffice.RETURN_DOMAIN;
import static io.chodae.suppression.ReturnOffice.addCustomer;

import io.chodae.mail.PostOffice;
import io.chodae.mail.ScriptedRelay;
import io.chodae.testing.TestClock;
import io.chodae.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A hotel's mails, which come back to us, and a relay that answers as the test says. */
abstract class ReturnedMails {

    final TestClock clock = new TestClock();
    final ScriptedRelay relay = new ScriptedRelay();
    final PostOffice office = ReturnOffice.open(TestDatabase.fresh(), clock, relay.port(), RETURN_DOMAIN);
    final Suppressions suppressions = new Suppressions(office.jdbc);

    @BeforeEach
    void hotel() {
        addCustomer(office, HOTEL);
    }

    @AfterEach
    void close() throws Exception {
        office.close();
        relay.close();
    }
}
