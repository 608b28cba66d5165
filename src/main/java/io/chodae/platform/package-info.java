/**
 * What the server stands on: its embedded PostgreSQL, the checks of its settings at start-up, its master key and its
 * clock. May use the shared words; no room uses it.
 */
@ApplicationModule(allowedDependencies = "shared")
@NullMarked
package io.chodae.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
