package io.chodae.mail;

import io.chodae.testing.TestClock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** An outbox and a relay that answers as the test says. */
abstract class RelayedMails {

    final TestClock clock = new TestClock();

    final ScriptedRelay relay = new ScriptedRelay();

    final PostOffice office = new PostOffice(clock, relay.port());

    @AfterEach
    void close() throws Exception {
        office.close();
        relay.close();
    }

    static Claimed find(List<Claimed> claimed, long subject) {
        return claimed.stream()
                .filter(one -> one.mail().subjectId() == subject)
                .findFirst()
                .orElseThrow();
    }
}
