/**
 * The domains of customers: claims, their proof by DNS, file or tag and its looking after, disputes, the lock. Says
 * what came of it by the events of directory, which knows who holds what.
 */
@ApplicationModule(allowedDependencies = {"directory", "dns", "shared", "audit"})
@NullMarked
package io.chodae.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
