package io.chodae.mail;

/** A receiver inside the process, for mails where no {@code spring.mail.host} names a relay. */
public interface LocalRelay {

    /** The loopback port on which it takes mails. */
    int port();
}
