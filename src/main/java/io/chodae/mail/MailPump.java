package io.chodae.mail;

import org.springframework.stereotype.Component;

/** Carries due mails from the outbox to the relay. */
@Component
public class MailPump {

    /** Sends everything that is due and returns when it is done and written down; the lever for tests. */
    public void runDue() {
        throw new UnsupportedOperationException();
    }
}
