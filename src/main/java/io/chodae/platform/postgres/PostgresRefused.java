package io.chodae.platform.postgres;

/** The embedded PostgreSQL cannot run here; the message is one sentence that says what to do. */
public final class PostgresRefused extends RuntimeException {

    PostgresRefused(String message) {
        super(message);
    }

    PostgresRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
