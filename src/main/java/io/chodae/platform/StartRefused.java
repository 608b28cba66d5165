package io.chodae.platform;

/** The server cannot start as it is set up; the message is one sentence that says what to set. */
final class StartRefused extends RuntimeException {

    StartRefused(String message) {
        super(message);
    }
}
