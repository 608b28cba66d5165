/**
 * A small launcher for a PostgreSQL of our own: unpacks the binaries, makes the data directory, starts the server with
 * durable settings, and stops it. Knows nothing of Spring.
 */
@NullMarked
package io.chodae.platform.postgres;

import org.jspecify.annotations.NullMarked;
